import { useStore } from '../../model/context.ts';
import { lazy } from '../../model/lazy.tsx';

const RehearsalNotice = lazy(() =>
  import('./rehearsal-bar-body.tsx').then((body) => body.RehearsalNotice),
);

/** Above all views while a fault is switched on. */
export function RehearsalBar() {
  const rehearsal = useStore().rehearsing.last.value;
  if (!rehearsal || rehearsal.ended !== null) return null;
  return <RehearsalNotice rehearsal={rehearsal} />;
}
