import { issuedTokenWasUsed } from '../../flow/facts/token-use.ts';
import { headerValue } from '../../http/headers.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import { BODY, defineCheck, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token response is form-encoded',
  severity: 'warning',
  owner: 'client',
  basis: 'observed',
  why: 'Some servers answer access_token=…&scope=… unless they are asked for JSON. A client that parses JSON fails.',
  fix: 'Send Accept: application/json with the token request.',
  specs: [rfc(6749, '5.1')],
  explains: ['token-response-not-json', 'token-response-content-type'],
  aliases: ['token-request-accept-missing'],
  subject: 'token-request',
  *check(message, flow) {
    const { exchange, response } = message;
    const text = responseText(exchange);
    if (!isSuccess(message) || text === null || !response.json || parseJsonObject(text)) return;
    // A client that uses the token was able to read the answer.
    if (issuedTokenWasUsed(flow, message)) return;
    const accept = headerValue(exchange.request.headers, 'accept');
    yield {
      at: BODY,
      observed: `The body is form-encoded; the request had ${accept === null ? 'no Accept header' : `Accept: ${accept}`}.`,
      expected: 'JSON',
    };
  },
});
