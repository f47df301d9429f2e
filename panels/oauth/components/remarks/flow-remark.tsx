import type { Flow } from '../../../../src/flow/flow.ts';
import { lazy } from '../../model/lazy.tsx';
import { deletedNote, edited, remarkedFlow, remarkKey } from '../../model/remarking.ts';

const RemarkLine = lazy(() => import('./remark-body.tsx').then((view) => view.RemarkLine));

/** The pin and the note on the flow, once there is one, is being written, or was just deleted. */
export function FlowRemark({ flow }: { readonly flow: Flow }) {
  const remarked = remarkedFlow(flow);
  if (!remarked) return null;
  const key = remarkKey(remarked);
  const { pinned, text } = remarked.remark;
  const isShown = pinned || text !== '' || edited.value === key || deletedNote.value?.of === key;
  if (!isShown) return null;
  return <RemarkLine key={key} remarked={remarked} />;
}
