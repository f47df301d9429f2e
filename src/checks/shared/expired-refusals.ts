import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { refusalsOf } from './grant-refusals.ts';
import { type RefusalTable, type RefusalText, toldGrant } from './told-grant.ts';

const ASSERTION: RefusalText = {
  why: 'An assertion lives for minutes, by the clock of the server.',
  fix: 'Make a new assertion for every request, and set the clock of the machine that makes it.',
};

/** What it means for each grant that the thing which the client handed in has expired. */
export const EXPIRED: RefusalTable = {
  authorization_code: {
    why: 'A code lives for a minute or some minutes, and is made to be redeemed at once.',
    fix: 'Start a new login, and redeem the code as soon as the callback has it.',
  },
  refresh_token: {
    why: 'The refresh token, or the session that it belongs to, is over. No further refresh will work.',
    fix: 'Send the user to the login once; ask for a longer session at the server if that comes too often.',
  },
  password: {
    title: 'The password of the user has expired',
    owner: 'user',
    why: 'The server wants a new password before it issues tokens. This grant has no page to set one.',
    fix: 'Set a new password at the server, then enter it.',
  },
  client_credentials: {
    title: 'The credentials of the client have expired',
    owner: 'registration',
    why: 'This grant hands in nothing but the client’s own secret or key, which is valid for a limited time at this server.',
    fix: 'Make a new secret or key for the client at the server, and set it wherever the client runs.',
  },
  jwt_bearer: ASSERTION,
  saml_bearer: ASSERTION,
  token_exchange: {
    why: 'A server exchanges only tokens that are still valid.',
    fix: 'Refresh the token to exchange, or get it by a new login, and exchange it at once.',
  },
  id_jag_exchange: {
    why: 'An ID token lives for minutes or an hour, and the identity provider takes it only that long.',
    fix: 'Get a new ID token, by a refresh or a new login at the identity provider, and exchange it at once.',
  },
  id_jag: {
    why: 'An ID-JAG lives for minutes. It is made to be handed in right after the token exchange.',
    fix: 'Repeat the token exchange at the identity provider, and hand the new ID-JAG in at once.',
  },
  uma: {
    why: 'A ticket lives for a short time, and each answer to it brings a new one.',
    fix: 'Call the API without a token for a new ticket, and redeem that ticket at once.',
  },
};

/** A title that names what has expired, unless the table has one for this grant. */
export function expiredTitle(message: TokenRequest, code: string): RefusalText {
  if (EXPIRED[toldGrant(message)]?.title) return {};
  const { handsIn } = refusalsOf(message);
  return { title: `${handsIn[0]?.toUpperCase()}${handsIn.slice(1)} has expired (${code})` };
}
