import { headerValue } from '../../http/headers.ts';
import { isForm } from '../../http/media-type.ts';
import { isRefusal, wasUnderstood } from '../../oauth/values/token-request-view.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'Token request has the wrong Content-Type',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A server that does not see the form type does not parse the body. fetch labels a plain string text/plain, and FormData multipart/form-data.',
  fix: 'Pass a URLSearchParams object as the body: it sets the right Content-Type by itself.',
  specs: [rfc(6749, '4.1.3')],
  explains: [
    'grant-type-missing',
    'token-error-invalid-request',
    'token-error-unsupported-grant-type',
  ],
  subject: 'token-request',
  *check(message) {
    const { exchange, bodyFormat } = message;
    const { method, headers, headersComplete } = exchange.request;
    const ownCheck = bodyFormat === 'json' || bodyFormat === 'none' || bodyFormat === 'unknown';
    if (method !== 'POST' || ownCheck || bodyFormat === 'query' || wasUnderstood(message)) return;
    const type = headerValue(headers, 'content-type');
    if (isForm(type) || (type === null && !headersComplete)) return;
    if (!isRefusal(message)) return;
    yield {
      at: header('Content-Type'),
      observed:
        type === null ? 'The request has no Content-Type.' : `Content-Type is ${quote(type)}.`,
      expected: 'application/x-www-form-urlencoded',
    };
  },
});
