import { lazy } from '../../model/lazy.tsx';

/** Compares the attempt with the last one that worked, by one press, or with any other one. */
export const CompareButton = lazy(() =>
  import('./compare-button-body.tsx').then((view) => view.CompareChoice),
);
