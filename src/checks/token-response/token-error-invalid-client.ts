import { rfc } from '../check.ts';
import { authenticationAdvice } from '../shared/authentication-advice.ts';
import { clientEvidence } from '../shared/client-evidence.ts';
import { refusalFor } from '../shared/grant-refusals.ts';
import { handedInEvidence } from '../shared/handed-in-evidence.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';
import type { RefusalTable, RefusalText } from '../shared/told-grant.ts';

const ASSERTION: RefusalText = {
  why: 'The assertion is not the reason: the server refuses the client that hands it in. Client authentication is optional for this grant (RFC 7521 section 4.1), but what is sent has to be right.',
};

const CLIENTS: RefusalTable = {
  refresh_token: {
    why: 'The refresh token is not the reason: since the login the secret was changed or has expired, the client was removed, or the refresh leaves its authentication out.',
  },
  password: {
    why: 'User name and password are not the reason: the server refuses the client that sends them, which is unknown here or authenticates in another way than its registration says.',
  },
  device_code: {
    why: 'The device code is not the reason. A device is a public client as a rule and sends client_id alone, and the same one in all its requests.',
  },
  ciba: {
    why: 'The auth_req_id is not the reason: a client of backchannel logins authenticates in both of its requests, and by the method of its registration.',
  },
  jwt_bearer: ASSERTION,
  saml_bearer: ASSERTION,
  token_exchange: {
    why: 'The token to exchange is not the reason: the server refuses the client that exchanges it, which need not be the client of the login.',
  },
  id_jag_exchange: {
    title: 'The identity provider refuses the client',
    why: 'The application has two registrations. This request goes to the identity provider and needs the client of the login there.',
    fix: 'Send client_id and secret of the registration at the identity provider: those that the login was made with.',
  },
  id_jag: {
    title: 'The server of the resource refuses the client',
    why: 'The application has two registrations. This request goes to the authorization server of the resource and needs the client that is registered there.',
    fix: 'Send client_id and secret of the registration at the authorization server of the resource, not those of the identity provider.',
  },
  uma: {
    why: 'The permission ticket is not the reason: the client redeems it with credentials of its own, and not with those of the API.',
  },
};

export default tokenErrorCheck({
  code: 'invalid_client',
  setting: 'client-secret',
  title: 'Client authentication failed',
  owner: 'client',
  why: 'The client is unknown here, its secret is wrong or expired, or it authenticates by another method than its registration says. A secret sent for a public client is refused too.',
  fix: 'Compare client_id, secret and client authentication method with the registration at this server.',
  evidence: (message, flow) => handedInEvidence(message, flow) ?? clientEvidence(message, flow),
  specs: [rfc(6749, '5.2'), rfc(6749, '2.3')],
  aliases: ['auth-method-not-advertised'],
  byGrant: CLIENTS,
  details: (message) =>
    refusalFor(message, CLIENTS).fix ? {} : { fix: authenticationAdvice(message) },
});
