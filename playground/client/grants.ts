import { SignJWT } from 'jose';
import * as oauth from 'oauth4webapi';
import { callApi } from './call-api.ts';
import { clientKey, keyId } from './client-key.ts';
import { connectDevice } from './device.ts';
import { discoverFor } from './discover-for.ts';
import { grant } from './exchange.ts';
import { local } from './metadata.ts';
import { polled } from './polling.ts';
import { manageRegistration, registerRefused } from './registration.ts';
import { clientOf } from './settings.ts';
import { stopAtRefusal } from './wrong-calls.ts';

type Play = (name: string) => Promise<string>;

/** Grants without an authorization response. Each runs from start to end in this page. */
export const grants: Readonly<Record<string, Play>> = {
  device: connectDevice,
  'device-slow-down': connectDevice,
  'device-denied': connectDevice,
  'device-expired': connectDevice,
  ciba: loginOnPhone,
  'ciba-ping': loginOnPhone,
  'client-credentials': actAsClient,
  password: loginWithPassword,
  'jwt-bearer': presentJwt,
  'saml-bearer': presentSaml,
  registration: manageRegistration,
  'challenge-hidden': stopAtRefusal,
  'registration-refused': registerRefused,
};

const scope = 'notes.read';

async function setting(name: string) {
  const client: oauth.Client = { client_id: clientOf(name).clientId };
  // A page can keep no secret. A key that cannot be exported authenticates the client (RFC 7523).
  const auth = oauth.PrivateKeyJwt({ key: await clientKey(), kid: keyId });
  return { as: await discoverFor(name), client, auth };
}

/** Logs in by CIBA (section 7). The user agrees on a telephone. */
async function loginOnPhone(name: string): Promise<string> {
  const { as, client, auth } = await setting(name);
  const parameters = {
    scope: 'openid profile notes.read',
    login_hint: 'ada',
    // The app's server is notified too. This page does not wait for that (section 10.2).
    ...(name === 'ciba-ping' ? { client_notification_token: crypto.randomUUID() } : {}),
  };
  const asked = await oauth.backchannelAuthenticationRequest(as, client, auth, parameters, local);
  const ticket = await oauth.processBackchannelAuthenticationResponse(as, client, asked);
  const poll = async () => {
    const request = oauth.backchannelAuthenticationGrantRequest;
    const answer = await request(as, client, auth, ticket.auth_req_id, local);
    return oauth.processBackchannelAuthenticationGrantResponse(as, client, answer);
  };
  const tokens = await polled(ticket.interval, poll);
  await callApi(tokens.access_token, '/api/me');
  return 'The person agreed on the telephone.';
}

/** Client credentials grant, RFC 6749 section 4.4. */
async function actAsClient(name: string): Promise<string> {
  const { as, client, auth } = await setting(name);
  const request = oauth.clientCredentialsGrantRequest;
  const answer = await request(as, client, auth, { scope }, local);
  await oauth.processClientCredentialsResponse(as, client, answer);
  return 'The client has a token of its own.';
}

/** Password grant, RFC 6749 section 4.3. */
async function loginWithPassword(name: string): Promise<string> {
  const { as, client } = await setting(name);
  const credentials = { username: 'ada', password: 'invented-password', scope };
  const { access_token } = await grant(as, client, 'password', credentials);
  await callApi(access_token, '/api/me');
  return 'Logged in with name and password.';
}

/** JWT bearer grant, RFC 7523 section 2.1. */
async function presentJwt(name: string): Promise<string> {
  const { as, client } = await setting(name);
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: keyId })
    .setIssuer(client.client_id)
    .setSubject('ada')
    .setAudience(as.issuer)
    .setIssuedAt()
    .setExpirationTime('5m')
    .setJti(crypto.randomUUID())
    .sign(await clientKey());
  return present(name, 'jwt-bearer', assertion);
}

/** SAML bearer grant, RFC 7522 section 2.1. Nobody signed the assertion. */
async function presentSaml(name: string): Promise<string> {
  const until = new Date(Date.now() + 300_000).toISOString();
  const assertion = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Version="2.0" ID="_invented" IssueInstant="${new Date().toISOString()}"><saml:Issuer>https://idp.example.com</saml:Issuer><saml:Subject><saml:NameID>ada</saml:NameID></saml:Subject><saml:Conditions NotOnOrAfter="${until}"/></saml:Assertion>`;
  const encoded = btoa(assertion).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return present(name, 'saml2-bearer', encoded);
}

async function present(name: string, type: string, assertion: string): Promise<string> {
  const { as, client } = await setting(name);
  const grantType = `urn:ietf:params:oauth:grant-type:${type}`;
  const { access_token } = await grant(as, client, grantType, { assertion, scope });
  await callApi(access_token, '/api/me');
  return 'The assertion is worth a token.';
}
