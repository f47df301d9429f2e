import { isByClient, wentOn } from '../../flow/facts/discovery.ts';
import { isOk } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { defineCheck, member, rfc } from '../check.ts';

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
    const { exchange, resource } = message;
    if (resource !== null || !isOk(exchange.response) || !isByClient(message)) return;
    if (parseJsonObject(responseText(exchange) ?? '') === null) return;
    yield {
      at: member('resource'),
      observed: `The metadata at ${withoutQuery(exchange.request.url)} has no member resource.`,
      ...(wentOn(flow, message) ? { severity: 'info' as const } : {}),
    };
  },
});
