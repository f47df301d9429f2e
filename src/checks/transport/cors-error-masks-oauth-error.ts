import { correctlyShared } from '../../flow/facts/cors-call.ts';
import { hasStatus, httpStatus } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { BODY, defineCheck, fetchStandard, rfc } from '../check.ts';
import { refusalFor } from '../shared/cors-report.ts';

export default defineCheck({
  title: 'Missing CORS headers hide the real error',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'withheld-from-page',
  why: 'The server refused the request for an OAuth reason, but sends CORS headers only with successful answers, or only for clients and origins that it knows. The app sees "Failed to fetch" and looks for the fault in CORS.',
  fix: 'Fix the OAuth error first, then send CORS headers on error responses too.',
  specs: [fetchStandard('CORS check', 'concept-cors-check'), rfc(6749, '5.2')],
  explains: ['cors-acao-missing', 'cors-acao-mismatch'],
  subject: ['token-request', 'pushed-authorization-request', 'revocation-request'],
  *check(message, flow) {
    const { exchange } = message;
    const { response } = exchange;
    const refusal = refusalFor(message, flow, ['acao-missing', 'acao-mismatch']);
    if (refusal?.on !== 'request' || !response) return;
    if (response.status !== null && !hasStatus(response, 400, 499)) return;
    const json = parseJsonObject(responseText(exchange) ?? '');
    const error = stringMember(json, 'error');
    if (error !== null) {
      const description = stringMember(json, 'error_description');
      const words = description ? `: ${quote(description)}` : '';
      yield {
        at: BODY,
        observed: `The hidden answer (${httpStatus(response)}) says ${quote(error)}${words}.`,
      };
      return;
    }
    // Chromium keeps the body. At an endpoint that sends CORS headers otherwise, 400 and 401 are
    // OAuth errors.
    if (responseText(exchange) !== null || !hasStatus(response, 400, 401)) return;
    const other = correctlyShared(flow, message);
    yield {
      at: BODY,
      observed: `The hidden answer has status ${response.status}, which a token endpoint uses for OAuth errors${other ? '; other answers of this endpoint do have CORS headers' : ''}. The browser withholds its body.`,
      certainty: 'likely',
    };
  },
});
