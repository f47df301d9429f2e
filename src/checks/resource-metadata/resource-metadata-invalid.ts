import { isByClient, wentOn } from '../../flow/facts/discovery.ts';
import { isForMcp } from '../../flow/facts/mcp.ts';
import { isOk } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import type { ProtectedResourceMetadataRequest } from '../../oauth/kinds/protected-resource-metadata-request.ts';
import { type JsonObject, jsonList, parseJsonObject } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, type Observation, rfc } from '../check.ts';

/** An API rarely names more than two servers. */
const MAX_SERVERS = 20;

export default defineCheck({
  title: 'The resource metadata of the API names no resource',
  severity: 'error',
  owner: 'resource server',
  basis: 'observed',
  effect: 'client-rejects',
  why: 'resource is the one required member: the client compares it with the API that it calls, and must not use the metadata without it.',
  fix: 'Publish resource with the URL of the API, and authorization_servers with the issuers of its tokens.',
  specs: [rfc(9728, '2'), rfc(9728, '3.3')],
  subject: 'protected-resource-metadata-request',
  *check(message, flow) {
    const { exchange } = message;
    if (!isOk(exchange.response) || !isByClient(message)) return;
    const json = parseJsonObject(responseText(exchange) ?? '');
    const fault = json === null ? null : faultOf(message, json, isForMcp(flow));
    if (fault === null) return;
    yield { ...fault, ...(wentOn(flow, message) ? { severity: 'info' as const } : {}) };
  },
});

function faultOf(
  { exchange, resource }: ProtectedResourceMetadataRequest,
  json: JsonObject,
  isMcp: boolean,
): Observation | null {
  const document = `The metadata at ${withoutQuery(exchange.request.url)}`;
  if (resource === null) {
    return { at: member('resource'), observed: `${document} has no member resource.` };
  }
  const servers = json.authorization_servers;
  const listed = jsonList(servers);
  const wrong = listed.slice(0, MAX_SERVERS).find((one) => !/^https?:\/\/[^/]/i.test(one));
  const isMissing = listed.length === 0;
  if (wrong === undefined && !(isMissing && (isMcp || servers !== undefined))) return null;
  return {
    at: member('authorization_servers'),
    title: 'The resource metadata of the API names no usable authorization server',
    observed: isMissing
      ? `${document} ${servers === undefined ? 'has no authorization_servers' : 'has no server in authorization_servers'}.`
      : `${document} has ${quote(wrong ?? '')} in authorization_servers, which is no URL.`,
    why: 'From authorization_servers the client learns who issues tokens for this API. Without a URL there it cannot ask anybody.',
    fix: 'Publish authorization_servers as a list of issuers, each the whole URL as the server writes it.',
  };
}
