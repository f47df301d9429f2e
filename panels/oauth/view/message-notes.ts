import type { Flow } from '../../../src/flow/flow.ts';
import { wellKnownOf } from '../../../src/oauth/documents/metadata-place.ts';
import { userinfoAnswer } from '../../../src/oauth/documents/userinfo-answer.ts';
import type { Message, MessageKind } from '../../../src/oauth/message.ts';
import {
  type ClientAuthentication,
  clientAuthentication,
} from '../../../src/oauth/values/client-authentication.ts';

/** One thing that a message says without a parameter of its own. */
export interface MessageNote {
  readonly label: string;
  readonly text: string;
}

/** Requests in which a client shows who it is. */
const AUTHENTICATED: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'token-request',
  'pushed-authorization-request',
  'device-authorization-request',
  'backchannel-authentication-request',
  'revocation-request',
  'introspection-request',
]);

const CERTIFICATES = {
  endpoint: 'the endpoint is for certificates: tls_client_auth or self_signed_tls_client_auth',
  token: 'the token is bound to a certificate: tls_client_auth or self_signed_tls_client_auth',
} as const;

function authenticationText({ methods, kind, certificate }: ClientAuthentication): string {
  const seen = methods.join(' and ');
  const hint = certificate && CERTIFICATES[certificate];
  if (kind === 'method') return hint ? `${seen}; ${hint}` : seen;
  if (hint) return hint;
  return kind === 'none' ? 'none' : 'not recorded';
}

function authentication(message: Message, flow: Flow): readonly MessageNote[] {
  if (!AUTHENTICATED.has(message.kind)) return [];
  const issued = message.kind === 'token-request' ? message.response.accessToken : null;
  const found = clientAuthentication(message, flow.metadata?.metadata ?? null, issued);
  return [{ label: 'Client authentication', text: authenticationText(found) }];
}

function proof(index: number, { facts }: Flow): readonly MessageNote[] {
  const fact = facts.dpop.find(({ message }) => message === index);
  if (!fact) return [];
  const { htm, htu, jkt, athMatches, nonceFrom, repeats } = fact;
  const parts = [
    `for ${htm ?? 'an unnamed method'} ${htu ?? 'of an unnamed URL'}`,
    jkt === null ? null : `key ${jkt}`,
    athMatches === null ? null : athMatches ? 'for this token ✓' : 'for another token',
    nonceFrom === null ? null : `nonce of step ${nonceFrom + 1} ✓`,
  ];
  const text = parts.filter((part) => part !== null).join('; ');
  const note = { label: 'DPoP proof', text };
  if (repeats === null) return [note];
  return [note, { label: 'Repeats', text: `step ${repeats + 1}, which asked for a nonce` }];
}

const FORMS = {
  json: 'JSON',
  jwt: 'a signed JWT, not verified',
  encrypted: 'an encrypted JWT, which only the client can read',
  other: 'neither JSON nor a JWT',
  unknown: 'not recorded',
} as const;

function ofKind(message: Message): readonly MessageNote[] {
  switch (message.kind) {
    case 'introspection-request': {
      const { active, jwt } = message;
      const text =
        active === null ? 'not readable' : active ? 'the token is active' : 'it is not active';
      return [{ label: 'Response', text: jwt ? `${text}, as a signed JWT` : text }];
    }
    case 'userinfo-request':
      return [{ label: 'Response', text: FORMS[userinfoAnswer(message.exchange).form] }];
    case 'registration-request':
      return [{ label: 'Registration', text: message.operation }];
    case 'backchannel-notification':
      return [{ label: 'Mode', text: message.mode }];
    case 'metadata-request': {
      const place = wellKnownOf(message.exchange.request.url);
      return place ? [{ label: 'Metadata of', text: place.issuer }] : [];
    }
    default:
      return [];
  }
}

/** What a message says beside its parameters: who the client proved to be, with which key. */
export function messageNotes(index: number, flow: Flow): readonly MessageNote[] {
  const message = flow.messages[index];
  if (!message) return [];
  return [...authentication(message, flow), ...proof(index, flow), ...ofKind(message)];
}
