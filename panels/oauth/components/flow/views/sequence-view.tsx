import { lazy } from '../../../model/lazy.tsx';
import { OUTSIDE } from '../../../view/outside-flow.ts';
import { Boundary } from '../../frame/error-boundary.tsx';
import type { FlowViewTab } from '../flow-views.tsx';
import { ResourceTable } from '../resource-table.tsx';
import { Sequence } from '../sequence.tsx';

const ServerDocuments = lazy(() =>
  import('../documents-body.tsx').then((view) => view.ServerDocuments),
);

/** The messages in order, with the calls of the API and the documents of the server. */
const view: FlowViewTab = {
  title: 'Sequence',
  order: 10,
  applies: () => true,
  View: ({ analysed }) => (
    <>
      <Boundary what="the messages of this flow" retry={analysed}>
        <Sequence key={`messages ${analysed.flow.id}`} analysed={analysed} />
      </Boundary>
      <Boundary what="the table of the API" retry={analysed}>
        <ResourceTable analysed={analysed} />
      </Boundary>
      {analysed.flow.id !== OUTSIDE && (
        <Boundary what="the documents of the server" retry={analysed}>
          <ServerDocuments key={`server ${analysed.flow.id}`} analysed={analysed} />
        </Boundary>
      )}
    </>
  ),
};

export default view;
