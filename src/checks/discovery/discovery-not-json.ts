import { isByClient, mayBeOpen } from '../../flow/facts/discovery.ts';
import { headerValue } from '../../http/headers.ts';
import { isHtml } from '../../http/media-type.ts';
import { isOk } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { BODY, cannotTell, defineCheck, oidcDiscovery, rfc } from '../check.ts';

export default defineCheck({
  title: 'The metadata URL answers with something that is not JSON',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The client asks here for the endpoints of the server and cannot go on. Usually the path fell through to a single-page application or a login page.',
  fix: 'Check the issuer in the settings of the client, and route /.well-known/ to the authorization server before any fallback page.',
  specs: [rfc(8414, '3.2'), oidcDiscovery('4.2')],
  subject: 'metadata-request',
  *check(message, flow) {
    const { exchange, metadata } = message;
    const { response, delivered, fromCache } = exchange;
    if (metadata || !response || !isOk(response)) return;
    if (response.status === 204 || delivered === false || fromCache) return;
    const text = responseText(exchange);
    if (text === null || ('text' in response.body && response.body.truncated)) {
      yield cannotTell('The body of the metadata was not recorded.');
      return;
    }
    if (parseJsonObject(text)) return;
    const page = isHtml(headerValue(response.headers, 'content-type')) || /^\s*</.test(text);
    yield {
      at: BODY,
      observed: `${withoutQuery(exchange.request.url)} answered ${response.status} with ${page ? 'a page' : quote(text.trim(), 80)}.`,
      expected: 'A JSON object with issuer and the endpoints',
      // Clients try one well-known path after another, so a page at one of them may be normal.
      severity: flow.metadata || !isByClient(message) || mayBeOpen(flow) ? 'info' : 'error',
    };
  },
});
