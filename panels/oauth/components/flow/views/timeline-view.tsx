import { lazy } from '../../../model/lazy.tsx';
import { OUTSIDE } from '../../../view/outside-flow.ts';
import { Boundary } from '../../frame/error-boundary.tsx';
import type { FlowViewTab } from '../flow-views.tsx';

const Timeline = lazy(() => import('../timeline-body.tsx').then((view) => view.Timeline));

/** Where the time of the flow went. */
const view: FlowViewTab = {
  title: 'Timeline',
  order: 20,
  applies: ({ flow }) => flow.id !== OUTSIDE,
  View: ({ analysed }) => (
    <Boundary what="the timeline" retry={analysed}>
      <Timeline key={analysed.flow.id} analysed={analysed} />
    </Boundary>
  ),
};

export default view;
