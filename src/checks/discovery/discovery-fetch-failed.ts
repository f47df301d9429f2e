import {
  isByClient,
  mayBeOpen,
  placesOf,
  probesBeside,
  wentOn,
} from '../../flow/facts/discovery.ts';
import type { Flow } from '../../flow/flow.ts';
import { hasStatus, isError, statusWords } from '../../http/status.ts';
import { originOfUrl } from '../../http/url.ts';
import { wellKnownOf } from '../../oauth/documents/metadata-place.ts';
import { metadataUrls } from '../../oauth/documents/well-known.ts';
import type { MetadataRequest } from '../../oauth/kinds/metadata-request.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, type Observation, oidcDiscovery, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'There is no metadata where the client looks for it',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The metadata names the endpoints of the authorization server. Without it the client stops here, or guesses them.',
  fix: 'Compare the issuer in the settings of the client with the one that the server documents, tenant or realm included.',
  specs: [rfc(8414, '3.1'), oidcDiscovery('4')],
  // An error page of a server seldom has CORS headers, and guessed endpoints follow from this.
  explains: [
    'cors-on-discovery-missing',
    'cors-error-masks-oauth-error',
    'token-endpoint-not-found',
    'token-error-nonstandard-shape',
    'token-error-unknown-code',
    'error-page-shown',
  ],
  aliases: ['discovery-wrong-wellknown-path'],
  subject: 'metadata-request',
  *check(message, flow) {
    const { response } = message.exchange;
    if (message.metadata || !response || !isError(response) || !isByClient(message)) return;
    const probes = probesBeside(flow, message);
    const failed = probes.filter(({ exchange }) => isError(exchange.response));
    const isFound = probes.some(({ metadata }) => metadata !== null);
    if (isFound || failed.at(-1) !== message || mayBeOpen(flow)) return;
    const guessed = guessedEndpoint(message, flow);
    const places = placesOf(failed);
    const answer = `${list(places)} answered ${statusWords(response)}.`;
    yield {
      at: STATUS,
      observed:
        guessed === null
          ? answer
          : `${answer} The client went on to ${guessed}, which does not exist either.`,
      severity: guessed === null && wentOn(flow, message) ? 'info' : 'error',
      ...textFor(message, places, guessed !== null),
    };
  },
});

/** What the answer means, and what to do about it. */
function textFor(
  { exchange }: MetadataRequest,
  places: readonly string[],
  isGuessing: boolean,
): Partial<Observation> {
  const { response } = exchange;
  if (hasStatus(response, 401, 403)) {
    return {
      title: 'The metadata of the server is not public',
      owner: 'authorization server',
      fix: 'Serve the metadata to everyone: leave /.well-known/ out of what asks for a login or a token.',
    };
  }
  if (hasStatus(response, 429, 429) || hasStatus(response, 500, 599)) {
    return {
      title: 'The server fails to deliver its metadata',
      owner: 'authorization server',
      fix: 'Look into the logs of the authorization server at this moment.',
    };
  }
  const place = wellKnownOf(exchange.request.url);
  if (place === null) return {};
  const [appended = '', inserted = ''] = metadataUrls(place.issuer);
  const isOpenid = place.document === 'openid-configuration';
  const right = isOpenid ? appended : inserted;
  if (places.length === 1 && !places.includes(right)) {
    const rule = isOpenid
      ? 'OpenID Connect Discovery section 4 appends /.well-known/openid-configuration to the issuer'
      : 'RFC 8414 section 3.1 puts /.well-known/oauth-authorization-server between host and path';
    return {
      title: 'The client asks for the metadata at the wrong path',
      expected: right,
      fix: `Ask ${right}: ${rule}.`,
    };
  }
  if (isGuessing) {
    return {
      owner: 'authorization server',
      fix: `Publish the metadata at ${right}, or enter the endpoints of the server in the client by hand.`,
    };
  }
  const origin = originOfUrl(place.issuer);
  if (place.issuer !== origin) return {};
  return {
    fix: `Compare the issuer in the settings of the client with the one that the server documents: a tenant or a realm after ${origin} may be missing.`,
  };
}

/**
 * The URL at the same server that the client made up instead, and that does not exist either. Null
 * when the client stopped, or used an endpoint that answers.
 */
function guessedEndpoint(message: MetadataRequest, { messages }: Flow): string | null {
  const index = messages.indexOf(message);
  const origin = originOfUrl(message.exchange.request.url);
  const found = messages.find(
    ({ kind, exchange }, at) =>
      at > index &&
      ENDPOINTS.has(kind) &&
      originOfUrl(exchange.request.url) === origin &&
      (hasStatus(exchange.response, 404, 405) || hasStatus(exchange.response, 501, 501)),
  );
  return found ? (found.exchange.request.url.split(/[?#]/)[0] ?? null) : null;
}

const ENDPOINTS: ReadonlySet<string> = new Set([
  'authorization-request',
  'token-request',
  'registration-request',
  'device-authorization-request',
]);
