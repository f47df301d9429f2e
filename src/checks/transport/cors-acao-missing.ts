import { CALL_KINDS } from '../../flow/facts/cors-call.ts';
import type { Message } from '../../oauth/message.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import { defineCheck, fetchStandard, header, type Observation } from '../check.ts';
import {
  answerOf,
  likelyBlocked,
  likelyWhenInferred,
  originsHint,
  ownerOfAnswer,
  refusalFor,
} from '../shared/cors-report.ts';
import { serverOf } from '../shared/failed-request.ts';

const FIX =
  'Allow the origin of the app at the server: as an allowed or web origin of the client, or in its CORS settings.';

export default defineCheck({
  title: 'The answer lacks Access-Control-Allow-Origin',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'The server answered, but the browser shows the answer to no script of another origin unless this header allows it. The app sees only "Failed to fetch".',
  fix: FIX,
  specs: [fetchStandard('CORS check', 'concept-cors-check')],
  aliases: ['cors-blocked-after-redemption'],
  subject: CALL_KINDS,
  *check(message, flow) {
    // Other checks cover metadata documents and refused preflights, with fixes of their own.
    if (message.kind === 'metadata-request' || message.kind === 'jwks-request') return;
    const told = { ...ownerOfAnswer(message, flow), ...fixFor(message) };
    for (const report of likelyBlocked(message, flow)) yield { ...report, ...told };
    const refusal = refusalFor(message, flow, ['acao-missing']);
    if (refusal?.on !== 'request') return;
    const executed = message.kind === 'token-request' && isSuccess(message) && !message.preflight;
    const hint = originsHint(message, flow);
    yield {
      at: header('Access-Control-Allow-Origin'),
      ...(hint ? { fix: `${FIX}${hint}` } : {}),
      observed: `${answerOf(refusal)} has no Access-Control-Allow-Origin, so the page ${refusal.origin} may not read it.${
        executed
          ? ' The server did carry out the request: the code or refresh token is used up.'
          : ''
      }`,
      expected: refusal.expected,
      ...told,
      ...likelyWhenInferred(refusal),
    };
  },
});

/** A client can do without a health check, so its failure need not stop anything. */
function fixFor({ kind, exchange }: Message): Pick<Observation, 'fix'> {
  return kind === 'health-check'
    ? {
        fix: `Allow the origin of the app for the health check of ${serverOf(exchange)} too, or skip the health check: the calls with a token show whether the API is there.`,
      }
    : {};
}
