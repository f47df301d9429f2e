import type { Visit } from '../../correlation/visit.ts';
import { queryOf } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import type { Flow } from '../flow.ts';

const MAX_REDIRECTS = 8;

/**
 * Whether a request was not caused by a redirect to its URL: a redirect never makes a form of a GET
 * (RFC 9110 section 15.4). Users send the form of a page from the URL of that page.
 */
export function startsAnew(method: string, redirectedBy: string): boolean {
  return method === 'POST' && redirectedBy !== 'POST';
}

/** The requests whose redirects led to the authorization request, the last one first. */
export function startOf({ request, recording }: Flow): readonly Visit[] {
  const visits: Visit[] = [];
  let next = request && {
    method: request.exchange.request.method,
    url: request.exchange.request.url,
    at: request.exchange.startedAt,
  };
  while (next && visits.length < MAX_REDIRECTS) {
    const visit = recording.cookies.redirectTo(next.url, next.at);
    if (!visit || visits.includes(visit) || startsAnew(next.method, visit.method)) break;
    visits.push(visit);
    next = { method: visit.method, url: visit.url, at: visit.startedAt };
  }
  return visits;
}

/**
 * The redirect to the authorization request, when the browser or a proxy answered it from a cache:
 * the application was not asked, and the state is an old one.
 */
export function cachedStart(flow: Flow): Visit | null {
  const [redirect] = startOf(flow);
  return redirect && (redirect.fromCache || (redirect.age ?? 0) > 0) ? redirect : null;
}

/** Whether a response began another login, or was the answer to its callback. */
export function isOfAnotherLogin(
  { url, target }: Visit,
  { request }: Pick<Flow, 'request'>,
): boolean {
  const own = request?.effective('state');
  if (!own) return false;
  const states = [url, target ?? ''].map((one) => formParams(queryOf(one)).get('state'));
  return states.some((state) => state !== undefined && state !== '' && state !== own);
}
