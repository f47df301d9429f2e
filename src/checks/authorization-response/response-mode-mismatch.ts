import { failedLanding } from '../../flow/facts/failed-landing.ts';
import { landingsOf } from '../../flow/facts/failed-return.ts';
import { wordsOf } from '../../flow/facts/page-text.ts';
import type { Flow } from '../../flow/flow.ts';
import { withoutQuery } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import { responseTypes } from '../../oauth/values/response-type.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, type Observation, parameter, rfc } from '../check.ts';

/** An application that looked for a code and found none. */
const SAYS_NONE =
  /\b(?:no|missing|without an?|lacks?(?: an?)?) (?:authori[sz]ation )?(?:code|state)\b|\b(?:code|state)\b[^.\n]{0,30}\b(?:missing|required|not (?:found|present|provided|received))\b/i;

/** How a route answers that lacks a parameter. A missing route or a crash has other reasons. */
const REFUSED = new Set([400, 401, 403, 422]);

export default defineCheck({
  title: 'The response is not where the application looks for it',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'A fragment (#) stays in the browser, and only a script of the page can read it. A query goes to the server of the application.',
  fix: 'Ask with response_mode=query, or leave response_mode out, when a server reads the response; let a script of the callback page read a fragment.',
  specs: [
    rfc(6749, '4.1.2'),
    {
      label: 'OAuth 2.0 Multiple Response Types section 2.1',
      url: 'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes',
    },
  ],
  explains: ['redirect-landing-failed', 'login-loop', 'code-missing-in-response'],
  subject: 'authorization-response',
  *check(message, flow) {
    const { request } = flow;
    const { mode, params, delivered, issuedBy } = message;
    if (!request || !params.has('code') || isTaken(flow)) return;
    if (mode !== 'query' && mode !== 'fragment') return;
    const place = mode === 'query' ? 'the query' : 'the fragment';
    const expected = expectedMode(request);
    const found = (delivered || issuedBy !== null) && sawNothing(message, flow);
    if (!found) return;
    if (expected !== mode) {
      yield {
        at: parameter('response_mode'),
        title: 'The server returns the response in another place than was asked for',
        observed: `${askedFor(request)}, and the response came in ${place}; ${found}.`,
        expected: `The response mode ${expected}`,
        owner: 'authorization server',
        fix: `Read the response from ${place}, or ask with a response_mode that the server supports.`,
      };
    } else if (mode === 'fragment') {
      yield {
        at: parameter('response_mode'),
        observed: `The response came in ${place}, as ${askedFor(request).replace(/^T/, 't')}; ${found}.`,
        expected: 'A response in the query',
        certainty: 'likely',
      } satisfies Observation;
    }
  },
});

function askedFor(request: AuthorizationRequest): string {
  const mode = request.effective('response_mode');
  return mode ? `The request has response_mode=${mode}` : 'The request has no response_mode';
}

/** OAuth 2.0 Multiple Response Types section 5: tokens come in the fragment, a code alone in the query. */
function expectedMode(request: AuthorizationRequest): string {
  const asked = request.effective('response_mode')?.replace(/\.?jwt$/, '');
  if (asked) return asked;
  const types = responseTypes(request);
  return types.has('token') || types.has('id_token') ? 'fragment' : 'query';
}

/** Whether somebody read the code. */
function isTaken({ messages, tokenRequests }: Flow): boolean {
  return (
    tokenRequests.some(({ grant }) => grant === 'authorization_code') ||
    messages.some(({ kind }) => kind === 'code-handover')
  );
}

/** What shows that the application saw no response, as a clause; null when nothing does. */
function sawNothing(message: AuthorizationResponse, flow: Flow): string | null {
  const pages = [message, ...landingsOf(message, flow)];
  const again = pages.some(({ exchange }) => {
    const target = redirectTarget(exchange);
    return target !== null && withoutQuery(target) === flow.request?.endpoint;
  });
  if (again || flow.recording.loopOf(flow) !== null) return 'the application began the login again';
  for (const { exchange } of pages) {
    const words = exchange.response ? wordsOf(exchange) : null;
    if (words && SAYS_NONE.test(words)) return `the application says ${quote(words, 120)}`;
  }
  const refused = REFUSED.has(message.exchange.response?.status ?? 0);
  const failed = refused || failedLanding(message, flow) !== null;
  return failed && message.mode === 'fragment' ? 'the callback failed' : null;
}
