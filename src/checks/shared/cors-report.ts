import { type CorsRefusal, corsVerdict } from '../../flow/facts/cors-verdict.ts';
import { likelyCorsOrigin } from '../../flow/facts/likely-cors.ts';
import type { Flow } from '../../flow/flow.ts';
import { httpStatus } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { lanesOf } from '../../oauth/message-kinds.ts';
import { header, type Observation, type Report } from '../check.ts';
import { serverOf } from './failed-request.ts';
import { settingHint } from './provider-words.ts';

/** The refusal of a call, when it has one of these reasons. */
export function refusalFor(
  message: Message,
  flow: Flow,
  reasons: readonly CorsRefusal['reason'][],
): CorsRefusal | null {
  const verdict = corsVerdict(message, flow);
  return verdict.kind === 'refused' && reasons.includes(verdict.reason) ? verdict : null;
}

/** Reports one reason, with the header that it is about. */
export function* corsReports(
  message: Message,
  flow: Flow,
  reason: CorsRefusal['reason'],
  headerName: string,
  observed: (refusal: CorsRefusal) => string,
): Iterable<Report> {
  const refusal = refusalFor(message, flow, [reason]);
  if (!refusal) return;
  yield {
    at: header(headerName),
    observed: observed(refusal),
    expected: refusal.expected,
    ...ownerOfAnswer(message, flow),
    ...likelyWhenInferred(refusal),
  };
}

/** The server that answers a call has to allow it: the API, unless the call is to the other server. */
export function ownerOfAnswer(message: Message, flow: Flow): Pick<Observation, 'owner'> {
  const [, to] = lanesOf(message, flow.authorizationServer);
  return to === 'resource server' ? { owner: to } : {};
}

/** Reports a call that a browser blocked without an answer, when CORS is the likely reason. */
export function* likelyBlocked(message: Message, flow: Flow): Iterable<Report> {
  const origin = likelyCorsOrigin(message, flow);
  if (origin === null) return;
  const { request, failure } = message.exchange;
  const said = failure?.text ? ` (${failure.text.slice(0, 120)})` : '';
  const named = failure?.reason === 'blocked-by-cors';
  const call = `${request.method} ${withoutQuery(request.url)} was blocked by the browser`;
  yield {
    at: header('Access-Control-Allow-Origin'),
    title: named
      ? 'The browser blocked a call to another origin (CORS)'
      : 'The browser blocked a call to another origin, most likely by CORS',
    observed: named
      ? `${call}: the server does not allow the page ${origin} to read the answer${said}.`
      : `${call} without a reason${said}. For a call from the page ${origin} to another origin, the reason most often is that the answer has no Access-Control-Allow-Origin for it.`,
    expected: `Access-Control-Allow-Origin: ${origin}`,
    fix: `Allow the origin ${origin} at ${serverOf(message.exchange)}, for OPTIONS and for error answers too: as a web origin of the client or in its CORS settings.${originsHint(message, flow)} The console of the browser names the exact reason.`,
    certainty: named ? 'certain' : 'likely',
  };
}

/** The setting for origins, when the authorization server answers; empty for an API. */
export function originsHint(message: Message, flow: Flow): string {
  const [, to] = lanesOf(message, flow.authorizationServer);
  return to === 'authorization server' ? settingHint(flow, 'origins') : '';
}

/** Lowers the certainty when the refusal was inferred from the browser's behaviour. */
export function likelyWhenInferred({ inferred }: CorsRefusal): Pick<Observation, 'certainty'> {
  return inferred ? { certainty: 'likely' } : {};
}

/** Names the answer in question: of the call itself, or of its preflight. */
export function answerOf({ on, exchange }: CorsRefusal): string {
  const { request, response } = exchange;
  const status = response ? ` (${httpStatus(response)})` : '';
  const url = withoutQuery(request.url);
  return on === 'preflight'
    ? `The answer to the preflight OPTIONS ${url}${status}`
    : `The answer to ${request.method} ${url}${status}`;
}
