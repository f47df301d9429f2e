import { isByClient } from '../../flow/facts/discovery.ts';
import { isDevelopmentHost } from '../../http/development-host.ts';
import { parseUrl } from '../../http/url.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, member, rfc } from '../check.ts';

const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'userinfo_endpoint'];

export default defineCheck({
  title: 'The metadata names endpoints without TLS',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'Codes, tokens and secrets go to these endpoints, so TLS is required. A page loaded by https may not even call them.',
  fix: 'Tell the server that TLS ends at the proxy: have the proxy send X-Forwarded-Proto (or Forwarded) and the server trust it, or set its public URL to https.',
  specs: [rfc(6749, '3.1.2.1'), rfc(6749, '3.2'), rfc(8414, '2')],
  subject: 'metadata-request',
  *check(message) {
    const { metadata, exchange } = message;
    if (!exchange.request.url.startsWith('https:') || !isByClient(message)) return;
    const insecure = ENDPOINTS.filter((name) => isInsecure(stringMember(metadata, name)));
    const [first] = insecure;
    if (first === undefined) return;
    yield {
      at: member(first),
      observed: `The metadata came by https and begins ${list(insecure)} with http, such as ${stringMember(metadata, first)}.`,
      expected: 'https URLs',
    };
  },
});

function isInsecure(endpoint: string | null): boolean {
  const url = parseUrl(endpoint ?? '');
  return url?.protocol === 'http:' && !isDevelopmentHost(url.hostname);
}
