import { CALL_KINDS } from '../../flow/facts/cors-call.ts';
import { type CorsRefusal, corsVerdict } from '../../flow/facts/cors-verdict.ts';
import { headerValue } from '../../http/headers.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import {
  cannotTell,
  defineCheck,
  fetchStandard,
  header,
  type Observation,
  STATUS,
} from '../check.ts';
import { answerOf, likelyWhenInferred, originsHint, ownerOfAnswer } from '../shared/cors-report.ts';

export default defineCheck({
  title: 'The CORS preflight is refused',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'Before this request, the browser asks the server with OPTIONS whether it may send it. Without permission, it never does. Often authentication or routing answers before CORS does.',
  fix: 'Answer OPTIONS with 204 and the CORS headers before authentication; or avoid the preflight with a form body and no custom headers.',
  specs: [fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch-0')],
  subject: CALL_KINDS,
  *check(message, flow) {
    const verdict = corsVerdict(message, flow);
    if (verdict.kind === 'unclear') yield cannotTell(verdict.reason);
    if (verdict.kind !== 'refused' || verdict.on !== 'preflight') return;
    const report = reportOf(verdict);
    const hint = verdict.reason === 'acao-missing' ? originsHint(message, flow) : '';
    if (report)
      yield {
        ...report,
        ...(hint ? { fix: `Allow the origin ${verdict.origin} at the server.${hint}` } : {}),
        ...ownerOfAnswer(message, flow),
        ...likelyWhenInferred(verdict),
      };
  },
});

function reportOf(refusal: CorsRefusal): Observation | null {
  const { exchange, reason, expected } = refusal;
  const asked = triggerOf(refusal);
  if (reason === 'status') {
    return {
      at: STATUS,
      observed: `${answerOf(refusal)} is not a success.${asked}`,
      expected: '204',
    };
  }
  if (reason === 'redirect') {
    const target = redirectTarget(exchange);
    const observed = `${answerOf(refusal)} redirects${target ? ` to ${target.split(/[?#]/)[0]}` : ''}, which a preflight may not.${asked}`;
    return { at: STATUS, observed, expected: '204' };
  }
  if (reason !== 'acao-missing') return null;
  const observed = `${answerOf(refusal)} has no Access-Control-Allow-Origin.${asked}`;
  return { at: header('Access-Control-Allow-Origin'), observed, expected };
}

/** Names what made the browser send a preflight. Simple requests need none. */
function triggerOf({ exchange }: CorsRefusal): string {
  const { headers } = exchange.request;
  const names = headerValue(headers, 'access-control-request-headers');
  const method = headerValue(headers, 'access-control-request-method');
  if (names) return ` It asked for the headers ${names.slice(0, 200)}.`;
  return method ? ` It asked for the method ${method.slice(0, 20)}.` : '';
}
