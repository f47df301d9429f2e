import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { withoutQuery } from '../../http/url.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { Message } from '../../oauth/message.ts';
import { defineCheck, header } from '../check.ts';

export default defineCheck({
  title: 'The page in the popup cannot reach the page that opened it',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'Cross-Origin-Opener-Policy: same-origin gives the page a window group of its own. window.opener is null from then on, and the application never gets the message.',
  fix: 'Remove Cross-Origin-Opener-Policy from the pages that are shown in the popup, or use unsafe-none there; else log in by redirect.',
  specs: [
    {
      label: 'HTML standard, Cross-Origin-Opener-Policy',
      url: 'https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies',
    },
  ],
  subject: 'flow',
  *check(flow) {
    const { request, messages } = flow;
    if (!request || !isInPopup(request, flow) || isTaken(flow)) return;
    if (!flow.responses.some(({ params }) => !params.has('error'))) return;
    const message = messages.findIndex(severs);
    const page = messages[message];
    if (!page) return;
    const { url } = page.exchange.request;
    const own = page.kind === 'authorization-response' && page.delivered;
    yield {
      message,
      at: header('Cross-Origin-Opener-Policy'),
      observed: `${withoutQuery(url)} was shown in a popup with ${POLICY}: same-origin, and nobody took the response.`,
      expected: `No ${POLICY}, or unsafe-none`,
      certainty: 'likely',
      ...(own ? { owner: 'client' } : {}),
    };
  },
});

const POLICY = 'Cross-Origin-Opener-Policy';

function severs({ kind, exchange }: Message): boolean {
  if (
    kind !== 'authorization-request' &&
    kind !== 'interaction' &&
    kind !== 'authorization-response'
  )
    return false;
  if (!exchange.response || exchange.destination === 'iframe') return false;
  const policy = headerValue(exchange.response.headers, POLICY.toLowerCase()) ?? '';
  return /^\s*same-origin\s*(?:;|$)/i.test(policy);
}

/** Whether the login runs in a window of its own, by what the request says or how it ends. */
function isInPopup(request: AuthorizationRequest, { responses }: Flow): boolean {
  if (request.exchange.destination === 'iframe') return false;
  const asked = ['display', 'ux_mode'].some((name) => request.effective(name) === 'popup');
  return asked || responses.some(({ mode }) => mode === 'web_message');
}

/** Whether the application did get the response. */
function isTaken({ messages, tokenRequests }: Flow): boolean {
  return tokenRequests.length > 0 || messages.some(({ kind }) => TAKES.has(kind));
}

const TAKES = new Set(['code-handover', 'api-call', 'userinfo-request', 'landing']);
