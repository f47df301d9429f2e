import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { formats } from '../../src/report/all-formats.ts';
import { prepareReport } from '../../src/report/share.ts';
import { recordingWith, released } from '../helpers/shared-report.ts';
import { exchange } from './recordings.ts';
import { redactorOf } from './redacted-texts.ts';

const planted = new Map<string, string>();

/** A marker that looks like a server's value, remembered under its name. */
function mark(name: string): string {
  const value = createHmac('sha256', 'invented').update(name).digest('base64url').slice(0, 24);
  planted.set(name, value);
  return value;
}

function jwt(name: string, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = part(claims);
  // A payload without a value of a person or a session stays as it is.
  if (/marker|hash|nonce/.test(JSON.stringify(claims))) planted.set(`${name}, payload`, payload);
  return `${part({ alg: 'RS256', kid: 'k1' })}.${payload}.${mark(`${name}, signature`)}`;
}

function person(name: string): string {
  const value = `${name}.marker`;
  planted.set(name, value);
  return value;
}

const AS = 'https://as.example.com';
const APP = 'https://app.example.com';
const form = (pairs: Record<string, string>): string => new URLSearchParams(pairs).toString();
const idToken = jwt('id token', {
  iss: AS,
  aud: 'web',
  sub: person('subject-number-1'),
  email: `${person('mailbox')}@example.org`,
  at_hash: mark('at_hash'),
  nonce: mark('nonce of the token'),
});
const state = mark('state');
const code = mark('code');
const access = jwt('access token', { sub: person('subject-number-2'), scope: 'openid' });

const providerToken = `gho_${mark('provider token')}`;
planted.set('provider token', providerToken);

const RECORDING = [
  exchange({
    url: `${AS}/authorize?${form({
      response_type: 'code',
      client_id: 'web',
      redirect_uri: `${APP}/cb?session_state=${mark('session_state inside a URL')}`,
      state,
      nonce: mark('nonce'),
      login_hint: `${person('hinted')}@example.org`,
      id_token_hint: jwt('hint', { sub: person('subject-number-3') }),
      request: jwt('request object', { login_hint: person('hinted-inside') }),
    })}`,
    headers: [`Cookie: SESSION=${mark('cookie')}; theme=dark`],
    status: 302,
    answer: [
      `Location: ${APP}/cb?${form({ code, state, session_state: mark('session_state') })}`,
      `Set-Cookie: KC_RESTART=${mark('set-cookie')}; Path=/; HttpOnly`,
    ],
  }),
  exchange({ url: `${APP}/cb?${form({ code, state })}` }),
  exchange({
    url: `${APP}/logo.png`,
    headers: [`Referer: ${APP}/cb?${form({ code, state: mark('state of a referer') })}`],
  }),
  exchange({
    method: 'POST',
    url: `${AS}/login`,
    body: form({ username: person('typed-name'), password: mark('password'), otp: mark('otp') }),
    text: `<form method="post" action="${APP}/cb"><input type="hidden" name="execution" value="${mark('hidden input')}"><input type="hidden" name="id_token" value="${jwt('form_post token', { aud: 'web' })}"></form>`,
  }),
  exchange({
    method: 'POST',
    url: `${AS}/token`,
    headers: [
      `Authorization: Basic ${Buffer.from(`web:${mark('client secret of Basic')}`).toString('base64')}`,
      `DPoP: ${jwt('DPoP proof', { htm: 'POST', jti: 'x' })}`,
    ],
    body: form({
      grant_type: 'authorization_code',
      code,
      code_verifier: mark('verifier'),
      client_secret: mark('client secret'),
      client_assertion: jwt('assertion', { sub: 'web' }),
    }),
    text: JSON.stringify({
      access_token: access,
      refresh_token: mark('refresh token'),
      id_token: idToken,
      session: { refreshToken: mark('nested refresh token') },
    }),
  }),
  exchange({
    url: `https://${person('url-user')}:${mark('url password')}@api.example.com/me`,
    headers: [`X-Api-Key: ${mark('api key')}`, `X-CSRF-Token: ${mark('csrf header')}`],
    text: JSON.stringify({ sub: 'subject-number-1.marker', given_name: person('given-name') }),
  }),
  exchange({
    url: `${APP}/#${form({ access_token: mark('fragment token'), token_type: 'Bearer' })}`,
  }),
  exchange({
    method: 'POST',
    url: `${AS}/device_authorization`,
    body: form({ client_id: 'web' }),
    text: JSON.stringify({ device_code: mark('device code'), user_code: mark('user code') }),
  }),
  exchange({
    method: 'POST',
    url: `${AS}/par`,
    body: form({ client_id: 'web', state: mark('pushed state') }),
    text: JSON.stringify({
      request_uri: `urn:ietf:params:oauth:request_uri:${mark('request_uri')}`,
      expires_in: 60,
    }),
  }),
  exchange({ method: 'POST', url: `${APP}/acs`, body: form({ SAMLResponse: mark('SAML') }) }),
  exchange({
    status: 400,
    url: `${AS}/error`,
    text: `<title>Error</title><p>Code ${mark('code on a page')} of ${person('on-page')}@example.org is unknown.</p>`,
  }),
  exchange({
    status: 401,
    url: 'https://api.example.com/x',
    headers: [`Authorization: Bearer ${access}`],
    answer: [`WWW-Authenticate: DPoP nonce="${mark('challenge nonce')}", error="use_dpop_nonce"`],
    text: JSON.stringify({ message: `Token ${providerToken} has expired` }),
  }),
];

function leaksOf(text: string): readonly string[] {
  const decoded = decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  return [...planted].filter(([, value]) => decoded.includes(value)).map(([name]) => name);
}

describe(`${planted.size} planted markers`, () => {
  const dump = JSON.stringify(RECORDING);

  test('are all in the recording', () => {
    expect(planted.size).toBeGreaterThan(45);
    const unseen = [...planted.keys()].filter((name) => !leaksOf(dump).includes(name));
    // These appear inside base64 only.
    expect(
      unseen.every((name) => /subject|mailbox|inside|Basic|at_hash|nonce of the/.test(name)),
    ).toBe(true);
  });

  test('none survives in the recording itself, and its scan finds nothing', async () => {
    const { redact, scan } = await redactorOf(RECORDING);
    const redacted = redact(dump);
    expect(leaksOf(redacted)).toEqual([]);
    expect(scan(redacted)).toEqual([]);
    for (const kept of [
      'client_id=web',
      'https://‹',
      '@api.example.com/me',
      'theme=‹cookie',
      'grant_type=authorization_code',
      `${AS}/token`,
    ]) {
      expect(redacted).toContain(kept);
    }
    expect(redacted.split('‹code-1›').length).toBe(dump.split(code).length);
  });

  test('none is in a report of any format', async () => {
    const prepared = await prepareReport(recordingWith(RECORDING), DEFAULT_REDACTION);
    for (const format of formats.values()) {
      expect(leaksOf(released(prepared, format))).toEqual([]);
    }
  });

  test('a report with a planted marker is refused, with its name', async () => {
    const { redact, scan } = await redactorOf(RECORDING);
    redact(dump);
    for (const [name, value] of planted) {
      const found = scan(`a report ${value} with it`);
      expect(found, name).not.toEqual([]);
      expect(found.join(' ')).not.toContain(value);
    }
  });
});
