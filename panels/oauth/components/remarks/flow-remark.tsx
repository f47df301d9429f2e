import type { Flow } from '../../../../src/flow/flow.ts';
import { lazy } from '../../model/lazy.tsx';
import { edited, remarkedFlow, remarkKey } from '../../model/remarking.ts';

const RemarkLine = lazy(() => import('./remark-body.tsx').then((view) => view.RemarkLine));

/** The pin and the note on the flow, once there is one or one is being written. */
export function FlowRemark({ flow }: { readonly flow: Flow }) {
  const remarked = remarkedFlow(flow);
  if (!remarked) return null;
  const key = remarkKey(remarked);
  const { pinned, text } = remarked.remark;
  if (!pinned && text === '' && edited.value !== key) return null;
  return <RemarkLine key={key} remarked={remarked} />;
}
