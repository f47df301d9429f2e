import { basic, metadata } from './code-login.ts';
import {
  API,
  APP,
  AS,
  add,
  CLIENT,
  type Draft,
  form,
  HTML_TYPE,
  JSON_TYPE,
  secondsNow,
  secret,
  signed,
} from './draft.ts';

const FIXED = { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' };
const URLENCODED = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Hybrid and implicit responses in a fragment (OpenID Connect Core section 3.2). */
function implicit(draft: Draft): void {
  const { rng } = draft;
  const state = secret(draft, 'state', rng.token(24));
  const nonce = secret(draft, 'nonce', rng.token(24));
  const subject = secret(draft, 'subject', rng.hex(20));
  metadata(draft);
  const seconds = secondsNow(draft);
  const idToken = secret(
    draft,
    'ID token',
    signed({ iss: AS, aud: CLIENT, sub: subject, nonce, iat: seconds, exp: seconds + 600 }),
  );
  const response = form({
    id_token: idToken,
    state,
    session_state: secret(draft, 'session_state', rng.token(30)),
  });
  add(draft, 'authorize', {
    url: `${AS}/authorize?${form({ response_type: 'id_token', client_id: CLIENT, redirect_uri: `${APP}/callback`, scope: 'openid', state, nonce })}`,
    document: true,
    status: 302,
    answer: { Location: `${APP}/callback#${response}` },
  });
  add(draft, 'callback', {
    url: `${APP}/callback#${response}`,
    document: true,
    answer: { 'Content-Type': HTML_TYPE },
    text: '<title>App</title>',
  });
}

/** RFC 8628. */
function device(draft: Draft): void {
  const { rng } = draft;
  const deviceCode = secret(draft, 'device code', rng.token(40));
  const user = secret(
    draft,
    'user code',
    `${rng.text('BCDFGHJKLMNPQRSTVWXZ', 4)}-${rng.text('BCDFGHJKLMNPQRSTVWXZ', 4)}`,
  );
  add(draft, 'device', {
    url: `${AS}/device_authorization`,
    headers: URLENCODED,
    body: form({ client_id: CLIENT, scope: 'openid' }),
    answer: FIXED,
    text: JSON.stringify({
      device_code: deviceCode,
      user_code: user,
      verification_uri: `${AS}/device`,
      verification_uri_complete: `${AS}/device?user_code=${user}`,
      expires_in: 600,
      interval: 2,
    }),
  });
  const poll = {
    url: `${AS}/token`,
    headers: URLENCODED,
    body: form({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: deviceCode,
      client_id: CLIENT,
    }),
    answer: FIXED,
  };
  add(draft, 'poll', { ...poll, status: 400, text: '{"error":"authorization_pending"}' });
  add(draft, 'token', { ...poll, text: JSON.stringify(tokens(draft)) });
}

function tokens(draft: Draft): Readonly<Record<string, unknown>> {
  return {
    access_token: secret(draft, 'access token', draft.rng.token(44)),
    refresh_token: secret(draft, 'refresh token', draft.rng.token(44)),
    token_type: 'Bearer',
    expires_in: 600,
  };
}

/** Refreshes with rotation (RFC 6749 section 6), then a call of an API. */
function refresh(draft: Draft): void {
  const { rng } = draft;
  let token = secret(draft, 'first refresh token', rng.token(40));
  const clientSecret = secret(draft, 'client secret', rng.token(32));
  let access = '';
  for (const round of [1, 2]) {
    const granted = tokens(draft);
    access = String(granted.access_token);
    add(draft, round === 1 ? 'refresh' : 'token', {
      url: `${AS}/token`,
      headers: { ...URLENCODED, Authorization: basic(clientSecret) },
      body: form({ grant_type: 'refresh_token', refresh_token: token }),
      answer: FIXED,
      text: JSON.stringify(granted),
    });
    token = String(granted.refresh_token);
  }
  add(draft, 'api', {
    url: `${API}/v1/orders`,
    headers: { Authorization: `Bearer ${access}` },
    answer: { 'Content-Type': JSON_TYPE },
    text: '{"orders":[]}',
  });
}

/** RFC 6749 section 4.4. */
function clientCredentials(draft: Draft): void {
  const clientSecret = secret(draft, 'client secret', draft.rng.token(36));
  add(draft, 'token', {
    url: `${AS}/token`,
    headers: URLENCODED,
    body: form({
      grant_type: 'client_credentials',
      client_id: CLIENT,
      client_secret: clientSecret,
      scope: 'api',
    }),
    answer: FIXED,
    text: JSON.stringify(tokens(draft)),
  });
}

/** RFC 7522. */
function samlBearer(draft: Draft): void {
  const { rng } = draft;
  const mail = secret(draft, 'name in the assertion', `${rng.lower(8)}@${rng.lower(6)}.example`);
  const value = secret(
    draft,
    'signature of the assertion',
    Buffer.from(rng.token(60)).toString('base64'),
  );
  const id = secret(draft, 'id of the assertion', `_${rng.hex(32)}`);
  const xml = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="2026-01-01T00:00:00Z"><saml:Issuer>${APP}</saml:Issuer><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature><saml:Subject><saml:NameID>${mail}</saml:NameID></saml:Subject></saml:Assertion>`;
  add(draft, 'token', {
    url: `${AS}/token`,
    headers: URLENCODED,
    body: form({
      grant_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer',
      assertion: Buffer.from(xml).toString('base64url'),
      client_id: CLIENT,
    }),
    answer: FIXED,
    text: JSON.stringify(tokens(draft)),
  });
}

/** An authorization request that is refused (RFC 6749 section 4.1.2.1), then a page that says so. */
function refused(draft: Draft): void {
  const { rng } = draft;
  const state = secret(draft, 'state', rng.token(30));
  const mail = secret(draft, 'mail address', `${rng.lower(9)}@${rng.lower(5)}.example`);
  const response = form({
    error: 'access_denied',
    error_description: `AADSTS50105: The user ${mail} is not assigned to a role.`,
    state,
  });
  add(draft, 'authorize', {
    url: `${AS}/authorize?${form({ response_type: 'code', client_id: CLIENT, redirect_uri: `${APP}/callback`, scope: 'openid', state, code_challenge: secret(draft, 'code challenge', rng.token(43)), code_challenge_method: 'S256' })}`,
    document: true,
    status: 302,
    answer: { Location: `${APP}/callback?${response}` },
  });
  add(draft, 'callback', {
    url: `${APP}/callback?${response}`,
    document: true,
    status: 500,
    answer: { 'Content-Type': HTML_TYPE },
    text: `<title>Error</title><h1>Sign-in failed</h1><p>state ${state} of ${mail} was refused</p>`,
  });
}

/** RFC 6749 section 4.3, and a logout (OpenID Connect RP-Initiated Logout). */
function password(draft: Draft): void {
  const { rng } = draft;
  const seconds = secondsNow(draft);
  const subject = secret(draft, 'subject', rng.hex(24));
  const idToken = secret(
    draft,
    'ID token',
    signed({ iss: AS, aud: CLIENT, sub: subject, iat: seconds, exp: seconds + 600 }),
  );
  add(draft, 'token', {
    url: `${AS}/token`,
    headers: URLENCODED,
    body: form({
      grant_type: 'password',
      client_id: CLIENT,
      username: secret(draft, 'user name', `${rng.lower(5)}.${rng.lower(6)}`),
      password: secret(draft, 'password', rng.token(14)),
    }),
    answer: FIXED,
    text: JSON.stringify({ ...tokens(draft), id_token: idToken }),
  });
  add(draft, 'logout', {
    url: `${AS}/logout?${form({ id_token_hint: idToken, post_logout_redirect_uri: `${APP}/bye` })}`,
    document: true,
    status: 302,
    answer: { Location: `${APP}/bye` },
  });
}

/** Recordings without a code. */
export const OTHER_LOGINS = {
  implicit,
  device,
  refresh,
  'client credentials': clientCredentials,
  'SAML bearer': samlBearer,
  refused,
  password,
} satisfies Readonly<Record<string, (draft: Draft) => void>>;
