import { isByClient, wentOn } from '../../flow/facts/discovery.ts';
import { isSameIssuer } from '../../flow/facts/issuer.ts';
import { isError } from '../../http/status.ts';
import { urlDifferences } from '../../http/url-difference.ts';
import { wellKnownOf } from '../../oauth/documents/metadata-place.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { deviates } from '../../providers/registry/deviations.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, type Observation, oidcDiscovery, rfc } from '../check.ts';

export default defineCheck({
  title: 'The issuer in the metadata is not the one that the client asked for',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'The client has to compare them, so that no server can speak for another, and must not use metadata in which they differ.',
  fix: 'Set the issuer in the client to the value that the metadata has, character by character.',
  specs: [rfc(8414, '3.3'), oidcDiscovery('4.3')],
  explains: ['discovery-endpoint-insecure'],
  subject: 'metadata-request',
  *check(message, flow) {
    const { exchange, metadata } = message;
    const { url } = exchange.request;
    const issuer = stringMember(metadata, 'issuer');
    const place = wellKnownOf(url);
    if (issuer === null || place === null || isError(exchange.response)) return;
    if (isSame(place.issuer, issuer) || deviates(url, 'issuer-elsewhere')) return;
    if (!isByClient(message)) return;
    yield {
      at: member('issuer'),
      observed: `The metadata at ${url.split(/[?#]/)[0]} has the issuer ${quote(issuer)}.`,
      expected: place.issuer,
      ...textFor(place.issuer, issuer),
      // A client that goes on does not compare them.
      ...(wentOn(flow, message) ? { severity: 'info' as const } : {}),
    };
  },
});

/** A final slash is lost when the URL is built (RFC 8414 section 3.1). */
function isSame(asked: string, issuer: string): boolean {
  return isSameIssuer(issuer, asked) || urlDifferences(asked, issuer)[0] === 'trailing slash';
}

function textFor(asked: string, issuer: string): Partial<Observation> {
  const differences = urlDifferences(asked, issuer);
  if (differences.join() === 'scheme' && asked.startsWith('https:')) {
    return {
      title: 'The server does not know that it is reached by https',
      owner: 'authorization server',
      fix: 'Tell the server that TLS ends at the proxy: have the proxy send X-Forwarded-Proto (or Forwarded) and the server trust it, or set its public URL to https.',
    };
  }
  if (differences.includes('host') || differences.includes('port')) {
    return {
      owner: 'authorization server',
      fix: 'Set the public URL of the server to the one that clients use, or have the client ask at the host of the issuer.',
    };
  }
  return {};
}
