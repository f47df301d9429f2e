import { otherEndpoint } from '../../flow/facts/listed-endpoints.ts';
import { isRefused } from '../../flow/facts/said.ts';
import type { Flow } from '../../flow/flow.ts';
import { memoised } from '../../http/memo.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import type { JsonObject } from '../../oauth/values/json.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'A refused request went to another endpoint than the metadata lists',
  severity: 'info',
  owner: 'client',
  basis: 'observed',
  why: 'A server may have several addresses for one endpoint, but another version, tenant or environment has other clients, codes and tokens.',
  fix: 'Take the endpoints from the metadata of the server, or set the URL that it lists.',
  specs: [rfc(8414, '2')],
  subject: [
    'authorization-request',
    'backchannel-authentication-request',
    'device-authorization-request',
    'end-session-request',
    'introspection-request',
    'pushed-authorization-request',
    'revocation-request',
    'token-request',
    'userinfo-request',
  ],
  *check(message, flow) {
    if (!isRefused(message.exchange)) return;
    const other = otherEndpoint(message, metadataFor(message, flow));
    if (other === null) return;
    yield {
      at: TARGET_URL,
      observed: `The request went to ${withoutQuery(message.exchange.request.url)}; ${other.member} of the metadata is ${other.listed}.`,
      expected: other.listed,
    };
  },
});

/**
 * The metadata of the attempt. When the client used an authorization endpoint that no metadata
 * names, it is what the client read from the same server.
 */
function metadataFor({ exchange }: Message, flow: Flow): JsonObject | null {
  if (flow.metadata !== null) return flow.metadata.metadata;
  const documents = readable(flow);
  if (documents.length === 0) return null;
  const origin = originOfUrl(exchange.request.url);
  const read = documents.findLast(
    (one) =>
      one.exchange.startedAt <= exchange.startedAt &&
      originOfUrl(one.exchange.request.url) === origin,
  );
  return read?.metadata ?? null;
}

const readable = memoised(({ messages }: Flow) =>
  messages.flatMap((one) => (one.kind === 'metadata-request' && one.metadata ? [one] : [])),
);
