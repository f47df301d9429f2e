import type { Relation } from '../correlation/item.ts';
import { guarded, type NoteFailure } from '../http/own-failure.ts';
import { originOfUrl } from '../http/url.ts';
import type { AuthorizationRequest } from '../oauth/kinds/authorization-request.ts';
import type { AuthorizationResponse } from '../oauth/kinds/authorization-response.ts';
import type { MetadataRequest } from '../oauth/kinds/metadata-request.ts';
import type { TokenRequest } from '../oauth/kinds/token-request.ts';
import type { Message } from '../oauth/message.ts';
import { kindOf, lanesOf } from '../oauth/message-kinds.ts';
import { type Grant, grantOfResponseType } from '../oauth/values/grants.ts';
import { stringMember } from '../oauth/values/json.ts';
import { jwtOf } from '../oauth/values/jwt.ts';
import { dpopFacts } from './facts/dpop-proofs.ts';
import { pkceFacts } from './facts/pkce.ts';
import { clockFact } from './facts/server-clock.ts';
import type { Flow, RecordingView } from './flow.ts';

/** The parts of a flow. */
export interface FlowParts {
  readonly id: string;
  readonly messages: readonly Message[];
  readonly parent: string | null;
  readonly relation: Relation | null;
  readonly metadata: MetadataRequest | null;
  readonly recording: RecordingView;
}

/**
 * Builds a flow from the messages of one attempt and the facts about it. A fact that cannot be
 * computed is unknown, and `note` receives the failure.
 */
export function buildFlow(parts: FlowParts, note: NoteFailure): Flow {
  const { id, messages, parent, relation, metadata, recording } = parts;
  const request = messages.find(isRequest) ?? null;
  const responses = messages.filter(isResponse);
  const tokenRequests = messages.filter(isTokenRequest);
  const server = serverOf(request, responses, tokenRequests, messages);
  const clockOrigin = originOfUrl(tokenRequests[0]?.exchange.request.url ?? server ?? '');
  return {
    id,
    grant: grantOfFlow(messages, request, responses, tokenRequests),
    client: clientOf(request, tokenRequests, messages),
    authorizationServer: issuerOf(metadata, responses) ?? server,
    startedAt: messages[0]?.exchange.startedAt ?? 0,
    messages,
    parent,
    relation,
    request,
    responses,
    tokenRequests,
    metadata,
    facts: {
      pkce: guarded(
        'compare verifier and challenge',
        note,
        () => pkceFacts(id, messages, request, recording),
        () => [],
      ),
      clock: guarded(
        'compare the clocks of client and server',
        note,
        () => clockFact(messages, clockOrigin),
        () => null,
      ),
      dpop: guarded(
        'read the DPoP proofs',
        note,
        () => dpopFacts(messages),
        () => [],
      ),
    },
    recording,
  };
}

const isRequest = (message: Message): message is AuthorizationRequest =>
  message.kind === 'authorization-request';
const isResponse = (message: Message): message is AuthorizationResponse =>
  message.kind === 'authorization-response';
const isTokenRequest = (message: Message): message is TokenRequest =>
  message.kind === 'token-request';

function grantOfFlow(
  messages: readonly Message[],
  request: AuthorizationRequest | null,
  responses: readonly AuthorizationResponse[],
  tokenRequests: readonly TokenRequest[],
): Grant {
  const responseType = request?.effective('response_type');
  if (responseType) return grantOfResponseType(responseType);
  const grants = messages.map((message, index) => {
    const { grant } = kindOf(message);
    return grant && (grant.of === 'any' || (grant.of === 'first' && index === 0)) ? grant : null;
  });
  const telling = grants.find((grant) => grant?.of === 'any') ?? grants[0] ?? null;
  if (telling) return telling.is;
  const response = responses[0];
  if (response && !response.params.has('code')) {
    if (response.params.has('access_token') || response.params.has('id_token')) return 'implicit';
  }
  if (request || response) return 'authorization_code';
  return tokenRequests.find(({ grant }) => grant !== null)?.grant ?? loneGrant(messages) ?? 'other';
}

/** The grant of a flow that asks for no token; null when it does ask for one. */
function loneGrant(messages: readonly Message[]): Grant | null {
  const kinds = messages.map((message) => kindOf(message));
  if (kinds.some(({ begins, failsAlone }) => begins === true || failsAlone === true)) return null;
  const last = kinds.findLast(({ grant }) => grant?.of === 'lone');
  return (last ?? kinds.find(({ grant }) => grant?.of === 'use'))?.grant?.is ?? null;
}

function clientOf(
  request: AuthorizationRequest | null,
  tokenRequests: readonly TokenRequest[],
  messages: readonly Message[],
): string | null {
  const asked = request?.effective('client_id');
  if (asked) return asked;
  for (const token of tokenRequests) {
    const found = token.params.get('client_id') ?? token.basic?.id ?? asserted(token);
    if (found) return found;
  }
  return messages.map(({ params }) => params.get('client_id')).find(Boolean) ?? null;
}

/**
 * The client that a client assertion is about. It need not be named outside the assertion (RFC 7521
 * 4.2).
 */
function asserted({ params }: TokenRequest): string | null {
  return stringMember(jwtOf(params.get('client_assertion'))?.claims ?? null, 'sub');
}

function issuerOf(
  metadata: MetadataRequest | null,
  responses: readonly AuthorizationResponse[],
): string | null {
  return (
    stringMember(metadata?.metadata ?? null, 'issuer') ??
    responses.map(({ params }) => params.get('iss')).find(Boolean) ??
    null
  );
}

function serverOf(
  request: AuthorizationRequest | null,
  responses: readonly AuthorizationResponse[],
  tokenRequests: readonly TokenRequest[],
  messages: readonly Message[],
): string | null {
  const urls = [
    request?.endpoint,
    responses[0]?.issuedBy?.request.url,
    tokenRequests[0]?.exchange.request.url,
    responses.length === 0 ? messages.find(isToServer)?.exchange.request.url : undefined,
  ];
  const url = urls.find((one) => one !== undefined);
  return url === undefined ? null : originOfUrl(url);
}

/** Whether a message is for neither an API nor the client, so that its URL can name the server. */
function isToServer(message: Message): boolean {
  if (message.kind === 'landing') return false;
  const [from, to] = lanesOf(message, null);
  return from !== 'resource server' && to !== 'resource server';
}
