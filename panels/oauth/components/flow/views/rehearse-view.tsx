import { lazy } from '../../../model/lazy.tsx';
import { OUTSIDE } from '../../../view/outside-flow.ts';
import { Boundary } from '../../frame/error-boundary.tsx';
import type { FlowViewTab } from '../flow-views.tsx';

const Rehearse = lazy(() =>
  import('../../rehearse/rehearse-body.tsx').then((body) => body.Rehearse),
);

/** Faults to switch on in the running application. Only where the user has asked for the view. */
const view: FlowViewTab = {
  title: 'Rehearse',
  order: 50,
  applies: ({ flow }, store) =>
    flow.id !== OUTSIDE &&
    store.settings.rehearse.value &&
    store.file.value === null &&
    store.rehearsing.possible.value,
  View: ({ analysed }) => (
    <Boundary what="the rehearsals" retry={analysed}>
      <Rehearse key={analysed.flow.id} analysed={analysed} />
    </Boundary>
  ),
};

export default view;
