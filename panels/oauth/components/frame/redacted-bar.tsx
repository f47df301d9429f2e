import { useStore } from '../../model/context.ts';
import { lazy } from '../../model/lazy.tsx';

const RedactedNotice = lazy(() =>
  import('./redacted-bar-body.tsx').then((body) => body.RedactedNotice),
);

/** Says that the shown recording was redacted. Most recordings were not. */
export function RedactedBar() {
  const { gaps } = useStore().snapshot.value;
  const sanitized = gaps.filter(({ kind }) => kind === 'sanitized-file');
  const told = [...new Set(sanitized.map(({ text }) => text))];
  return told.length === 0 ? null : <RedactedNotice told={told} />;
}
