import { grantWord } from '../../words/grant-words.ts';
import { rfc } from '../check.ts';
import { refusalFor } from '../shared/grant-refusals.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';
import type { RefusalTable, RefusalText } from '../shared/told-grant.ts';

const ASSERTION: RefusalText = {
  title: 'The client may not hand in assertions',
  why: 'The client is known. Its registration does not allow the grant, or the issuer of the assertion is not among those that it may use.',
  fix: 'Enable the assertion grant for this client at the server, and add the issuer of the assertion to those that it trusts for it.',
};

const CLIENTS: RefusalTable = {
  refresh_token: {
    title: 'The client may not use refresh tokens',
    why: 'The client is known, but its registration does not allow the refresh token grant, or does so no longer.',
    fix: 'Enable the refresh token grant for this client at the server; the user then has to log in once more.',
  },
  password: {
    title: 'The client may not log users in by password',
    why: 'Servers switch this grant off, because the client sees the password; RFC 9700 section 2.4 forbids it.',
    fix: 'Log users in with the authorization code grant; only for a client that cannot, enable the password grant at the server.',
  },
  client_credentials: {
    title: 'The client may not act for itself',
    why: 'Only confidential clients may use this grant, and only those that are registered for it: as a service, a daemon or machine to machine.',
    fix: 'Register the client as confidential, and enable the client credentials grant for it at the server.',
  },
  device_code: {
    title: 'The client may not use the device grant',
    fix: 'Allow the device grant (urn:ietf:params:oauth:grant-type:device_code) in the registration of the client.',
  },
  ciba: {
    title: 'The client may not use backchannel logins',
    why: 'The client is known, but its registration does not allow CIBA, or it is registered for tokens that are pushed to it and may not ask for them.',
    fix: 'Allow the grant urn:openid:params:grant-type:ciba for the client, with the delivery mode poll or ping.',
  },
  jwt_bearer: ASSERTION,
  saml_bearer: ASSERTION,
  token_exchange: {
    title: 'The client may not exchange tokens',
    why: 'The client is known. Its registration does not allow the token exchange, or not the exchange of tokens of another client.',
    fix: 'Enable token exchange for this client at the server, and allow it the tokens of the client that they were issued to.',
  },
  id_jag_exchange: {
    title: 'The application may not ask for an ID-JAG',
    owner: 'administrator',
    why: 'The identity provider knows the client, and has no connection from it to the server of the resource.',
    fix: 'Set up cross-app access for this application and resource at the identity provider, and allow the client the token exchange.',
  },
  id_jag: {
    title: 'The client may not hand in an ID-JAG',
    why: 'The server of the resource knows the client. Its registration there does not allow the grant, or not this identity provider.',
    fix: 'Enable the grant urn:ietf:params:oauth:grant-type:jwt-bearer for the client at the server of the resource, and add the identity provider as a trusted issuer.',
  },
  uma: {
    title: 'The client may not redeem permission tickets',
    fix: 'Enable the grant urn:ietf:params:oauth:grant-type:uma-ticket for this client at the server.',
  },
};

export default tokenErrorCheck({
  code: 'unauthorized_client',
  setting: 'grant-types',
  title: 'The client may not use this grant',
  owner: 'registration',
  why: 'The client is known, but its registration does not allow this grant. Some servers answer the same for a wrong client secret.',
  fix: 'Enable the grant for this client at the authorization server.',
  specs: [rfc(6749, '5.2')],
  byGrant: CLIENTS,
  details: (message) => {
    const { grant } = message;
    if (!grant || refusalFor(message, CLIENTS).fix) return {};
    return {
      fix: `Enable the ${grantWord(grant)} grant for this client at the authorization server.`,
    };
  },
});
