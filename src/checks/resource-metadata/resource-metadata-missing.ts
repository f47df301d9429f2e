import {
  isByClient,
  mayBeOpen,
  placesOf,
  probesBeside,
  wentOn,
} from '../../flow/facts/discovery.ts';
import { headerValue } from '../../http/headers.ts';
import { isHtml } from '../../http/media-type.ts';
import { hasStatus, isError, isOk, statusWords } from '../../http/status.ts';
import type { ProtectedResourceMetadataRequest } from '../../oauth/kinds/protected-resource-metadata-request.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, type Observation, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'The API has no metadata that names its authorization server',
  severity: 'error',
  owner: 'resource server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'A client that was refused without a token asks here which server issues tokens for this API. Without an answer it stops, or tries the API’s own host.',
  fix: 'Publish the protected resource metadata (/.well-known/oauth-protected-resource) with resource and authorization_servers, and name its URL as resource_metadata in WWW-Authenticate.',
  specs: [rfc(9728, '3'), rfc(9728, '5.1')],
  explains: ['cors-acao-missing', 'cors-error-masks-oauth-error'],
  subject: 'protected-resource-metadata-request',
  *check(message, flow) {
    const { response } = message.exchange;
    if (!isByClient(message) || !isMissing(message) || !response || mayBeOpen(flow)) return;
    const probes = probesBeside(flow, message).filter(isResourceProbe);
    const failed = probes.filter(isMissing);
    if (probes.some(({ metadata }) => metadata !== null) || failed.at(-1) !== message) return;
    const page = isOk(response) ? ' with a page' : '';
    yield {
      at: STATUS,
      observed: `${list(placesOf(failed))} answered ${statusWords(response)}${page}.`,
      ...textFor(message),
      severity: severityOf(message, wentOn(flow, message), flow.tokenRequests.length > 0),
    };
  },
});

function isResourceProbe(message: {
  readonly kind: string;
}): message is ProtectedResourceMetadataRequest {
  return message.kind === 'protected-resource-metadata-request';
}

/** Whether the answer is an error, or a page in place of a document. */
function isMissing({ exchange, metadata }: ProtectedResourceMetadataRequest): boolean {
  const { response } = exchange;
  if (metadata !== null || !response) return false;
  const type = headerValue(response.headers, 'content-type');
  return isError(response) || (isOk(response) && isHtml(type));
}

function isGuarded({ exchange }: ProtectedResourceMetadataRequest): boolean {
  return hasStatus(exchange.response, 401, 403);
}

/**
 * An API without this metadata is legal, and clients then ask its own host. One that asks for a
 * token here cannot be asked by anybody.
 */
function severityOf(
  message: ProtectedResourceMetadataRequest,
  goesOn: boolean,
  hasTokens: boolean,
): 'error' | 'warning' | 'info' {
  if (!goesOn && !hasTokens) return 'error';
  return isGuarded(message) && hasTokens ? 'warning' : 'info';
}

function textFor(message: ProtectedResourceMetadataRequest): Partial<Observation> {
  if (!isGuarded(message)) return {};
  return {
    title: 'The resource metadata of the API is not public',
    fix: 'Leave /.well-known/oauth-protected-resource out of what asks for a token: clients read it before they have one.',
  };
}
