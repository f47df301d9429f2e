import { originOfUrl, withoutQuery } from '../../http/url.ts';
import type { MetadataRequest } from '../../oauth/kinds/metadata-request.ts';
import type { ProtectedResourceMetadataRequest } from '../../oauth/kinds/protected-resource-metadata-request.ts';
import type { Message } from '../../oauth/message.ts';
import { kindsThat } from '../../oauth/message-kinds.ts';
import { refusedWith } from '../../oauth/values/challenge.ts';
import type { Flow } from '../flow.ts';
import { isAccepted } from './token-use.ts';

/** A request for the metadata of an authorization server or of an API. */
export type Probe = MetadataRequest | ProtectedResourceMetadataRequest;

const LEADS_TO_TOKENS = kindsThat(({ leadsToTokens }) => leadsToTokens === true);

/**
 * Whether the client took the next step after this message: the keys of the server, a registration,
 * a login. Then it accepted what it got, or did without it.
 */
export function wentOn({ messages }: Flow, message: Message): boolean {
  const index = messages.indexOf(message);
  return messages.some(
    ({ kind }, at) =>
      at > index &&
      kind !== message.kind &&
      kind !== 'preflight' &&
      (kind === 'jwks-request' || LEADS_TO_TOKENS.has(kind)),
  );
}

/** Whether the client, or a page of the client, asked for this document. */
export function isByClient({ exchange }: Probe): boolean {
  return exchange.onDemand !== true && exchange.destination !== 'document';
}

/** Requests of the client for the same document at the same server, at whichever place. */
export function probesBeside({ messages }: Flow, probe: Probe): readonly Probe[] {
  const origin = originOfUrl(probe.exchange.request.url);
  return messages.filter(
    (message): message is Probe =>
      message.kind === probe.kind &&
      isByClient(message as Probe) &&
      originOfUrl(message.exchange.request.url) === origin,
  );
}

/**
 * Whether nothing shows that the API wants tokens. Clients look for its metadata to find out, so a
 * search without a result may have told them that they need none.
 */
export function mayBeOpen(flow: Flow): boolean {
  const { messages } = flow;
  const asked = messages.some(({ kind }) => kind === 'protected-resource-metadata-request');
  const refused = messages.some(
    ({ kind, exchange }) => kind === 'api-call' && refusedWith(exchange) !== null,
  );
  const begun = messages.some(
    ({ kind }) => kind === 'authorization-request' || kind === 'token-request',
  );
  return asked && !refused && !begun;
}

/** The URLs of messages without their queries, each once. */
export function placesOf(probes: readonly Probe[]): readonly string[] {
  return [...new Set(probes.map(({ exchange }) => withoutQuery(exchange.request.url)))];
}

/** Whether an API took a token after this message, so that what was wrong with it ended nothing. */
export function tokensWorkedAfter({ messages }: Flow, message: Message): boolean {
  return messages
    .slice(messages.indexOf(message) + 1)
    .some(
      (later) =>
        (later.kind === 'api-call' || later.kind === 'userinfo-request') &&
        later.token !== null &&
        isAccepted(later.exchange),
    );
}
