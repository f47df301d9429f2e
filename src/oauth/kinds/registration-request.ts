import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import { authorizationOf } from '../values/authorization-header.ts';
import { type JsonObject, parseJsonObject, stringMember } from '../values/json.ts';
import { jsonErrorOf } from '../values/json-error.ts';

/**
 * RFC 7591 section 3.1 and RFC 7592 section 2: a client registers itself, or manages its
 * registration.
 */
export interface RegistrationRequest extends MessageBase {
  readonly kind: 'registration-request';
  readonly operation: 'create' | 'read' | 'update' | 'delete';
  /** The client that the answer names, else the request. */
  readonly clientId: string | null;
  /** The token that was presented: an initial access token, or the token of this registration. */
  readonly token: string | null;
  /** `registration_access_token` of the answer (RFC 7592 section 3). */
  readonly registrationToken: string | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'registration-request': RegistrationRequest;
  }
}

const PATH =
  /\/(?:register|registration|reg|dcr|clients-registrations\/(?:openid-connect|default))(?:\/[^/]+)?\/?$/i;
const MEMBERS = [
  'redirect_uris',
  'token_endpoint_auth_method',
  'grant_types',
  'jwks_uri',
  'software_statement',
];
/** RFC 7591 section 3.2.2. */
const ERRORS = new Set([
  'invalid_redirect_uri',
  'invalid_client_metadata',
  'invalid_software_statement',
  'unapproved_software_statement',
]);
const MANAGED = { GET: 'read', PUT: 'update', DELETE: 'delete' } as const;

function isManaged(json: JsonObject | null): boolean {
  return (
    stringMember(json, 'client_id') !== null &&
    (stringMember(json, 'registration_client_uri') !== null ||
      stringMember(json, 'registration_access_token') !== null)
  );
}

function isAnswer(json: JsonObject | null): boolean {
  if (ERRORS.has(stringMember(json, 'error') ?? '')) return true;
  return (
    isManaged(json) ||
    (stringMember(json, 'client_id') !== null && json?.client_id_issued_at !== undefined)
  );
}

function operationOf(view: ExchangeView): RegistrationRequest['operation'] | null {
  const { exchange, body, responseJson } = view;
  const { method } = exchange.request;
  if (method === 'POST') {
    if (view.bodyFormat !== 'json' || !MEMBERS.some((name) => body.has(name))) return null;
    return PATH.test(view.endpoint) || isAnswer(responseJson) ? 'create' : null;
  }
  if (method !== 'GET' && method !== 'PUT' && method !== 'DELETE') return null;
  return isManaged(responseJson) ? MANAGED[method] : null;
}

/** RFC 7591 section 3.1, RFC 7592 section 2. */
function recogniseRegistration(view: ExchangeView): RegistrationRequest | null {
  const { exchange, body, query, responseJson } = view;
  const operation = operationOf(view);
  if (operation === null) return null;
  return {
    kind: 'registration-request',
    exchange,
    params: view.bodyFormat === 'json' ? body : query,
    preflight: null,
    operation,
    clientId: stringMember(responseJson, 'client_id') ?? body.get('client_id') ?? null,
    token: authorizationOf(exchange)?.token ?? null,
    registrationToken: stringMember(responseJson, 'registration_access_token'),
  };
}

const MAX_URIS = 10;

function sentIn({ exchange }: RegistrationRequest): JsonObject | null {
  const { body } = exchange.request;
  return parseJsonObject(body && 'text' in body ? body.text : '');
}

/** The redirect URIs that a client asks to register. */
export function redirectUrisOf(request: RegistrationRequest): readonly string[] {
  const uris = sentIn(request)?.redirect_uris;
  if (!Array.isArray(uris)) return [];
  return uris.filter((uri): uri is string => typeof uri === 'string').slice(0, MAX_URIS);
}

/** What tells one client from another before it has a `client_id`. */
export function applicationOf(request: RegistrationRequest): string {
  const sent = sentIn(request);
  const name = stringMember(sent, 'software_id') ?? stringMember(sent, 'client_name');
  return name ?? redirectUrisOf(request)[0] ?? '';
}

/**
 * Reads a call with the token of a registration as a management request. Its answer need not show
 * that: deleting returns no body (RFC 7592 section 2.3).
 */
export function managementOf(
  call: MessageBase & { readonly token: string | null },
): RegistrationRequest {
  const { exchange, params, preflight, token } = call;
  const method = exchange.request.method as keyof typeof MANAGED;
  return {
    kind: 'registration-request',
    exchange,
    params,
    preflight,
    operation: MANAGED[method] ?? 'read',
    clientId: params.get('client_id') ?? null,
    token,
    registrationToken: null,
  };
}

export default defineKind({
  kind: 'registration-request',
  word: 'client registration request',
  lanes: ['client', 'authorization server'],
  sentBy: 'script',
  rank: 1,
  signs: {
    path: /reg(?:ister|istration)?|clients-registrations/,
    body: ['redirect_uris'],
  },
  before: ['client-metadata-request'],
  recognise: recogniseRegistration,
  errorOf: ({ exchange }) => jsonErrorOf(exchange),
  notesOf: ({ operation }) => [{ label: 'Registration', text: operation }],
  leadsToTokens: true,
  purposeOf: (request) => `registration of ${applicationOf(request)}`,
  grant: { of: 'lone', is: 'registration' },
  judgedAlone: () => true,
});
