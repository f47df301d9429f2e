import type { Visit } from '../../correlation/visit.ts';
import { queryOf } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import type { Flow } from '../flow.ts';

const MAX_REDIRECTS = 8;

/** The requests whose redirects led to the authorization request, the last one first. */
export function startOf({ request, recording }: Flow): readonly Visit[] {
  const visits: Visit[] = [];
  let next: { readonly url: string; readonly at: number } | null = request && {
    url: request.exchange.request.url,
    at: request.exchange.startedAt,
  };
  while (next && visits.length < MAX_REDIRECTS) {
    const visit = recording.cookies.redirectTo(next.url, next.at);
    if (!visit || visits.includes(visit)) break;
    visits.push(visit);
    next = { url: visit.url, at: visit.startedAt };
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
