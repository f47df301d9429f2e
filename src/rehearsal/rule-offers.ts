import type { Flow } from '../flow/flow.ts';
import { withoutQuery } from '../http/url.ts';
import type { AuthorizationResponse } from '../oauth/kinds/authorization-response.ts';
import type { AppCalls } from './app-calls.ts';
import type { NoOffer, RuleOffer } from './fault.ts';
import type { BentRequests, RequestType, RuleDeed } from './rule-plan.ts';

const POPUP = 'It happens in another window, and rules act in the inspected tab alone.';

/** Bends the calls of a URL that a page of the tab makes, or the preflights of these calls. */
export function bendCalls(
  found: AppCalls | NoOffer,
  deeds: readonly RuleDeed[],
  { preflights = false }: { readonly preflights?: boolean } = {},
): RuleOffer {
  if ('grey' in found) return found;
  return { requests: requestsTo(found.calls.url, ['xmlhttprequest'], preflights), deeds };
}

/** Changes a parameter of the next authorization request, whoever sends the browser there. */
export function bendRequest(
  { request }: Flow,
  name: string,
  change: (before: string) => string,
): RuleOffer {
  if (!request) return { grey: 'The recording shows no authorization request.' };
  const { exchange } = request;
  if (request.effective('request_uri') !== undefined || request.effective('request') !== undefined)
    return { grey: 'The request is pushed or signed, and its parameters are not in its URL.' };
  const before = new URL(exchange.request.url).searchParams.get(name);
  if (before === null) return { grey: `The request has no ${name}.` };
  if (exchange.request.method !== 'GET') return { grey: 'The request is a form.' };
  if (exchange.sentFrom === 'popup') return { grey: POPUP };
  const value = change(before);
  return {
    requests: requestsTo(exchange.request.url, ['main_frame', 'sub_frame']),
    deeds: [{ kind: 'set-query', name, value, adds: false }],
  };
}

/** Bends the load of the callback page that follows the login, when its URL has the response. */
export function bendCallback(
  { responses }: Flow,
  deeds: (response: AuthorizationResponse) => readonly RuleDeed[] | NoOffer,
): RuleOffer {
  const response = responses.at(-1);
  if (!response)
    return { grey: 'The recording shows no response that came back to the application.' };
  if (response.exchange.sentFrom === 'popup') return { grey: POPUP };
  const wanted = deeds(response);
  if ('grey' in wanted) return wanted;
  return { requests: requestsTo(response.target, ['main_frame']), deeds: wanted };
}

const requestsTo = (
  url: string,
  types: readonly RequestType[],
  preflights = false,
): BentRequests => ({ url: withoutQuery(url), types, preflights });
