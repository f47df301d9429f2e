import { defineKind } from '../define-kind.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { MessageBase } from '../message.ts';
import type { JsonObject } from '../values/json.ts';
import { jsonErrorOf } from '../values/json-error.ts';
import { type Jwt, jwtOf } from '../values/jwt.ts';

/** RFC 7662 section 2.1. */
export interface IntrospectionRequest extends MessageBase {
  readonly kind: 'introspection-request';
  readonly token: string | null;
  /**
   * The server's answer about the token, as JSON or inside a JWT; null when it could not be read.
   */
  readonly answer: JsonObject | null;
  /** Null when the answer could not be read. */
  readonly active: boolean | null;
  /** The JWT around the answer (RFC 9701 section 5), not verified. */
  readonly jwt: Jwt | null;
}

declare module '../message.ts' {
  interface MessageTypes {
    'introspection-request': IntrospectionRequest;
  }
}

const PATH = /\/(?:introspect|introspection|introspect\.oauth2)\/?$/i;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function answerOf(view: ExchangeView): Pick<IntrospectionRequest, 'answer' | 'jwt'> {
  if (view.responseJson) return { answer: view.responseJson, jwt: null };
  const jwt = jwtOf(view.responseText?.trim());
  const inside = jwt?.claims.token_introspection;
  return isObject(inside) ? { answer: inside, jwt } : { answer: null, jwt: null };
}

/** RFC 7662 section 2.1, RFC 9701 section 4. */
function recogniseIntrospection(view: ExchangeView): IntrospectionRequest | null {
  const { exchange, body } = view;
  if (exchange.request.method !== 'POST' || !body.has('token') || body.has('grant_type'))
    return null;
  const { answer, jwt } = answerOf(view);
  const active = typeof answer?.active === 'boolean' ? answer.active : null;
  if (active === null && !PATH.test(view.endpoint)) return null;
  return {
    kind: 'introspection-request',
    exchange,
    params: body,
    preflight: null,
    token: body.get('token') ?? null,
    answer,
    active,
    jwt,
  };
}

function answerText({ active, jwt }: IntrospectionRequest): string {
  const text =
    active === null ? 'not readable' : active ? 'the token is active' : 'it is not active';
  return jwt ? `${text}, as a signed JWT` : text;
}

export default defineKind({
  kind: 'introspection-request',
  listedAs: 'introspection_endpoint',
  word: 'introspection request',
  lanes: ['resource server', 'authorization server'],
  sentBy: 'script',
  signs: { path: /introspect(?:ion)?/, body: ['token'] },
  recognise: recogniseIntrospection,
  errorOf: ({ exchange }) => jsonErrorOf(exchange),
  tokensOf: ({ jwt }) => [['response body', jwt?.compact ?? null]],
  notesOf: (request) => [{ label: 'Response', text: answerText(request) }],
  authenticates: true,
  repeats: true,
  grant: { of: 'lone', is: 'introspection' },
  judgedAlone: () => true,
});
