import { flowRemark, messageRemark } from '../flow/facts/remarks.ts';
import type { Flow } from '../flow/flow.ts';
import type { Remark } from '../http/exchange.ts';
import type { MessageNote } from '../oauth/define-kind.ts';
import type { Message } from '../oauth/message.ts';
import { kindOf } from '../oauth/message-kinds.ts';
import {
  type ClientAuthentication,
  clientAuthentication,
} from '../oauth/values/client-authentication.ts';

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
  if (!kindOf(message).authenticates) return [];
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

function remarkNote(label: string, { text, pinned }: Remark): readonly MessageNote[] {
  if (text !== '') return [{ label, text }];
  return pinned ? [{ label, text: 'pinned' }] : [];
}

function rehearsalNote({ exchange: { rehearsed } }: Message): readonly MessageNote[] {
  if (!rehearsed) return [];
  const { title, name, before, after, made } = rehearsed;
  const parts = [
    title,
    name === null || after === null
      ? null
      : `${name} is ${after} instead of ${before ?? 'nothing'}`,
    made ? 'the request was not sent, and the answer is from Grantscope' : null,
  ];
  return [
    { label: 'You switched this on', text: parts.filter((part) => part !== null).join('; ') },
  ];
}

/** The notes of a message: of the user, how the client authenticated, with which key. */
export function messageNotes(index: number, flow: Flow): readonly MessageNote[] {
  const message = flow.messages[index];
  if (!message) return [];
  return [
    ...(index === 0 ? remarkNote('Note on the flow', flowRemark(flow)) : []),
    ...remarkNote('Note', messageRemark(message)),
    ...rehearsalNote(message),
    ...authentication(message, flow),
    ...proof(index, flow),
    ...(kindOf(message).notesOf?.(message) ?? []),
  ];
}
