import { isByClient, wentOn } from '../../flow/facts/discovery.ts';
import { isSameIssuer } from '../../flow/facts/issuer.ts';
import type { Flow } from '../../flow/flow.ts';
import { isError } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { urlDifferences } from '../../http/url-difference.ts';
import { wellKnownOf } from '../../oauth/documents/metadata-place.ts';
import { metadataUrls } from '../../oauth/documents/well-known.ts';
import type { MetadataRequest } from '../../oauth/kinds/metadata-request.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { deviates } from '../../providers/registry/deviations.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, type Observation, oidcDiscovery, rfc } from '../check.ts';

/** An API rarely names more than two servers. */
const MAX_SERVERS = 20;

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
  aliases: ['issuer-trailing-slash'],
  subject: 'metadata-request',
  *check(message, flow) {
    const { exchange, metadata } = message;
    const { url } = exchange.request;
    const issuer = stringMember(metadata, 'issuer');
    const place = wellKnownOf(url);
    if (issuer === null || place === null || isError(exchange.response)) return;
    if (deviates(url, 'issuer-elsewhere') || !isByClient(message)) return;
    const named = namedByApi(message, flow);
    const asked = named ?? place.issuer;
    const isSlashOnly = isSame(asked, issuer);
    if (isSameIssuer(issuer, asked) || (named === null && isSlashOnly)) return;
    yield {
      at: member('issuer'),
      observed: `The metadata at ${withoutQuery(url)} has the issuer ${quote(issuer)}.${named === null ? '' : ` The API names its server ${quote(named)}.`}`,
      expected: asked,
      ...(isSlashOnly ? slashText(issuer) : textFor(asked, issuer)),
      // A client that goes on does not compare them.
      ...(wentOn(flow, message) ? { severity: 'info' as const } : {}),
    };
  },
});

/**
 * The issuer as the API names it, when that led to this document. The URL of the document does not
 * keep a slash at the end.
 */
function namedByApi(message: MetadataRequest, { messages }: Flow): string | null {
  const url = withoutQuery(message.exchange.request.url);
  const names = messages.flatMap((one) =>
    one.kind === 'protected-resource-metadata-request' &&
    one.exchange.startedAt <= message.exchange.startedAt
      ? one.authorizationServers.slice(0, MAX_SERVERS)
      : [],
  );
  return names.find((name) => metadataUrls(name).includes(url)) ?? null;
}

function slashText(issuer: string): Partial<Observation> {
  return {
    title: 'The API and the metadata of its server differ in a slash at the end of the issuer',
    owner: 'resource server',
    fix: `Publish ${quote(issuer)} in authorization_servers of the API, exactly as the server writes its issuer.`,
  };
}

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
