import { type CorsRefusal, corsVerdict } from '../../flow/facts/cors-verdict.ts';
import type { Flow } from '../../flow/flow.ts';
import { httpStatus } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { header, type Observation, type Report } from '../check.ts';

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
    ...likelyWhenInferred(refusal),
  };
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
