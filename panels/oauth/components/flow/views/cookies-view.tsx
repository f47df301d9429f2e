import { headerValue } from '../../../../../src/http/headers.ts';
import type { Message } from '../../../../../src/oauth/message.ts';
import { lazy } from '../../../model/lazy.tsx';
import { OUTSIDE } from '../../../view/outside-flow.ts';
import type { FlowViewTab } from '../flow-views.tsx';

const CookieTable = lazy(() => import('../cookies-body.tsx').then((body) => body.CookieTable));

const hasCookies = ({ exchange: { request, response } }: Message): boolean =>
  headerValue(request.headers, 'cookie') !== null ||
  (response !== null && headerValue(response.headers, 'set-cookie') !== null);

/** The cookies of the flow: where each was set, sent and missing. */
const view: FlowViewTab = {
  title: 'Cookies',
  order: 30,
  applies: ({ flow }) => flow.id !== OUTSIDE && flow.messages.some(hasCookies),
  View: ({ analysed }) => <CookieTable key={analysed.flow.id} analysed={analysed} />,
};

export default view;
