import { isByClient, wentOn } from '../../flow/facts/discovery.ts';
import { isSameResource } from '../../flow/facts/resource-places.ts';
import type { Flow } from '../../flow/flow.ts';
import { originOfUrl, parseUrl, withoutQuery } from '../../http/url.ts';
import type { ProtectedResourceMetadataRequest } from '../../oauth/kinds/protected-resource-metadata-request.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, rfc } from '../check.ts';

export default defineCheck({
  title: 'The resource metadata is about another API than the one that was called',
  severity: 'error',
  owner: 'resource server',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'The client compares resource with the URL of the API, so that no API can pass for another, and must not use metadata in which they differ.',
  fix: 'Publish in resource exactly the URL that clients call, in one document for each such URL.',
  specs: [rfc(9728, '3.3')],
  subject: 'protected-resource-metadata-request',
  *check(message, flow) {
    const { resource, exchange } = message;
    if (resource === null || !isByClient(message)) return;
    const called =
      calledApi(message, flow) ??
      insertedPath(exchange.request.url) ??
      refusedBeside(message, resource, flow);
    if (called === null || isSameResource(called, resource)) return;
    yield {
      at: member('resource'),
      observed: `The metadata at ${withoutQuery(exchange.request.url)} has the resource ${quote(resource)}, and the client called ${called}.`,
      expected: called,
      fix: `Publish resource "${called}" in the metadata for this URL; an API with several URLs needs a document for each.`,
      // Many clients accept the URL of a folder above the API.
      ...(wentOn(flow, message) ? { severity: 'info' as const } : {}),
    };
  },
});

/** The URL whose refusal sent the client to this document (RFC 9728 section 5.1). */
function calledApi(
  { exchange }: ProtectedResourceMetadataRequest,
  { messages }: Flow,
): string | null {
  const { url } = exchange.request;
  const call = messages.findLast(
    (message) =>
      message.exchange.startedAt <= exchange.startedAt &&
      message.kind === 'api-call' &&
      refusedWith(message.exchange) === 401 &&
      bearerChallenge(message.exchange)?.resourceMetadata === url,
  );
  return call ? withoutQuery(call.exchange.request.url) : null;
}

const PATH = /^\/\.well-known\/oauth-protected-resource(\/.+)$/;

/** The API that a URL with a path after the well-known part is about (RFC 9728 section 3.1). */
function insertedPath(url: string): string | null {
  const path = PATH.exec(parseUrl(url)?.pathname ?? '')?.[1];
  return path === undefined ? null : `${originOfUrl(url)}${path}`;
}

const ROOT = '/.well-known/oauth-protected-resource';

/**
 * The API of this host that refused before the client read the document at the root. The document
 * may be about the whole host, or about a folder above the API; null then.
 */
function refusedBeside(
  { exchange }: ProtectedResourceMetadataRequest,
  resource: string,
  { messages }: Flow,
): string | null {
  const { url } = exchange.request;
  if (parseUrl(url)?.pathname.replace(/\/$/, '') !== ROOT) return null;
  const call = messages.findLast(
    (message) =>
      message.kind === 'api-call' &&
      message.exchange.startedAt <= exchange.startedAt &&
      originOfUrl(message.exchange.request.url) === originOfUrl(url) &&
      refusedWith(message.exchange) === 401,
  );
  if (!call) return null;
  const called = withoutQuery(call.exchange.request.url);
  return `${called}/`.startsWith(`${resource.replace(/\/$/, '')}/`) ? null : called;
}
