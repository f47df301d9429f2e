import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { isFromPage } from '../../oauth/values/token-request-view.ts';
import { authenticationAdvice } from './authentication-advice.ts';
import type { RefusalText } from './told-grant.ts';

interface Reason {
  readonly pattern: RegExp;
  /** Null when the request contradicts the words. */
  text(message: TokenRequest): RefusalText | null;
}

const AUTHENTICATION = 'client[_ ]?(?:secret|credentials?|authentication|assertion)';

const SECRET_OF_PUBLIC =
  /\bpublic clients?\b[^.\n]{0,60}\b(?:client_secret|secret|credentials?|authenticat\w+)\b|\b(?:client_secret|secret|credentials?)\b[^.\n]{0,60}\bpublic clients?\b/i;

/** How servers and applications say that the e-mail address of the user is not verified. */
export const UNVERIFIED_EMAIL =
  /\be-?mail(?: address)?\b[^.\n]{0,30}\b(?:not (?:been |yet )*(?:verified|confirmed)|unverified|unconfirmed)\b|\b(?:unverified|unconfirmed)\b[^.\n]{0,20}\be-?mail\b|\b(?:verify|confirm) (?:your|the|his|her|their) e-?mail\b/i;

/** What servers say in error_description of any error code, because the codes are few. */
const REASONS: readonly Reason[] = [
  {
    pattern: new RegExp(
      String.raw`\b${AUTHENTICATION}\b[^.\n]{0,40}\b(?:missing|required|not (?:provided|present|sent|specified))\b|\b(?:missing|requires?|must (?:contain|include|provide|send))\b[^.\n]{0,60}\b${AUTHENTICATION}\b`,
      'i',
    ),
    text: (message) => {
      if (clientAuthentication(message).kind !== 'none') return null;
      return {
        title: 'The server wants a client secret, and the client sent none',
        owner: 'registration',
        why: 'The client is registered as confidential, so it has to authenticate at the token endpoint (RFC 6749 section 3.2.1). Code in a browser cannot keep a secret.',
        fix: isFromPage(message)
          ? 'Register the client as a public client (single-page or native app) with PKCE, or let a server of yours that keeps the secret redeem the code.'
          : 'Send the secret of the client, or register it as a public client.',
      };
    },
  },
  {
    pattern: new RegExp(
      String.raw`\b${AUTHENTICATION}\b[^.\n]{0,40}\bexpired\b|\bexpired\b[^.\n]{0,30}\b${AUTHENTICATION}\b`,
      'i',
    ),
    text: (message) =>
      message.params.get('client_assertion')
        ? null
        : {
            title: 'The secret of the client has expired',
            owner: 'registration',
            why: 'The server makes secrets for a limited time, and this one is past it. The client itself is known.',
            fix: 'Make a new secret for the client at the server, set it wherever the client runs, and note when it ends.',
          },
  },
  {
    pattern: SECRET_OF_PUBLIC,
    text: (message) =>
      clientAuthentication(message).kind === 'method'
        ? {
            title: 'The client is registered as public, and the request has a client secret',
            owner: 'client',
            why: 'A public client cannot keep a secret, so the server refuses one from it (RFC 6749 section 2.3).',
            fix: 'Leave the secret out and send client_id with PKCE alone, or register the client as confidential.',
          }
        : null,
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:invalid|wrong|incorrect|bad|unknown|expired)\b[^.\n]{0,30}\b${AUTHENTICATION}\b(?! (?:grant|flow))|\b${AUTHENTICATION}\b[^.\n]{0,40}\b(?:invalid|wrong|incorrect|expired|failed|mismatch|(?:do(?:es)? )?not match)\b`,
      'i',
    ),
    text: (message) =>
      /\bexpired\b/i.test(message.response.errorDescription ?? '')
        ? {
            title: 'The client secret has expired',
            owner: 'registration',
            why: 'The server gave the secret an end. Nothing else in the request is wrong.',
            fix: 'Create a new secret for this client in its registration, put it into the configuration of the client, and note when it ends.',
          }
        : {
            title: 'Client authentication failed',
            owner: 'client',
            why: 'The client is unknown here, or its secret or its authentication method is wrong. Servers use several error codes for that.',
            fix: authenticationAdvice(message),
          },
  },
  {
    pattern: UNVERIFIED_EMAIL,
    text: () => ({
      title: 'The e-mail address of the user is not verified',
      owner: 'user',
      why: 'The server issues no tokens to a user whose address is not verified.',
      fix: 'Verify the e-mail address of the account, then log in again.',
    }),
  },
  {
    pattern:
      /\b(?:user|account)\b[^.\n]{0,30}\b(?:locked|disabled|deactivated|blocked|suspended|inactive|not active|not enabled|not fully set up)\b|\b(?:locked|disabled|deactivated|blocked|suspended|inactive)\b[^.\n]{0,12}\b(?:user|account)\b/i,
    text: () => ({
      title: 'The server refuses this user',
      owner: 'user',
      why: 'The account may not log in at the moment. Nothing in the request is wrong.',
      fix: 'Have an administrator of the server look at the account; then log in again.',
    }),
  },
];

/** What the words of the server say about the reason; null when they say no more than the code. */
export function saidReason(message: TokenRequest): RefusalText | null {
  const { errorDescription } = message.response;
  if (!errorDescription) return null;
  const said = errorDescription.slice(0, 1_000);
  const found = REASONS.find(({ pattern }) => pattern.test(said));
  return found?.text(message) ?? null;
}

/** Whether the server says that this client is public and must not send a secret. */
export function refusesSecret({ response }: TokenRequest): boolean {
  return SECRET_OF_PUBLIC.test((response.errorDescription ?? '').slice(0, 1_000));
}
