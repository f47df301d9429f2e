import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientIdOf } from '../../playground/scenario.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import { UserAgent } from './user-agent.ts';

type Answer = Readonly<Record<string, string>>;

let playground: Playground;
let agent: UserAgent;

beforeAll(async () => {
  playground = await startPlayground({ ports: 'random' });
});
afterAll(() => playground.close());
beforeEach(() => {
  agent = new UserAgent(playground);
});

const grantType = (name: string) => `urn:ietf:params:oauth:grant-type:${name}`;
const tokenType = (name: string) => `urn:ietf:params:oauth:token-type:${name}`;
const json = async (response: Response) => (await response.json()) as Answer;
const post = (path: string, body: Answer) =>
  fetch(`${playground.issuer}${path}`, { method: 'POST', body: new URLSearchParams(body) });

async function loginWith(name: string, extra: Answer = {}) {
  const login = await agent.arm(name);
  const { url } = await agent.authorize(login, extra);
  return json(await agent.redeem(login, url));
}

const api = (path: string, token?: string) =>
  fetch(`${playground.api}${path}`, token ? { headers: { Authorization: `Bearer ${token}` } } : {});

describe('the authorization server', () => {
  it('names every feature in its metadata', async () => {
    const metadata = (await (
      await fetch(`${playground.issuer}/.well-known/openid-configuration`)
    ).json()) as Record<string, unknown>;
    expect(Object.keys(metadata)).toEqual(
      expect.arrayContaining([
        'authorization_details_types_supported',
        'authorization_signing_alg_values_supported',
        'backchannel_authentication_endpoint',
        'backchannel_logout_supported',
        'device_authorization_endpoint',
        'dpop_signing_alg_values_supported',
        'end_session_endpoint',
        'introspection_endpoint',
        'pushed_authorization_request_endpoint',
        'registration_endpoint',
        'request_object_encryption_alg_values_supported',
        'revocation_endpoint',
      ]),
    );
    expect(metadata.grant_types_supported).toEqual(
      expect.arrayContaining([
        'password',
        'urn:openid:params:grant-type:ciba',
        ...['device_code', 'jwt-bearer', 'saml2-bearer', 'token-exchange'].map(grantType),
      ]),
    );
  });

  it('sends an ID token for another code, which a client rejects', async () => {
    const validated = async (scenario: string) => {
      const login = await agent.arm(scenario);
      const { url } = await agent.authorize(login, { response_type: 'code id_token' });
      const response = new URLSearchParams(url.hash.slice(1));
      const as = {
        issuer: playground.issuer,
        jwks_uri: `${playground.issuer}/jwks`,
      };
      const client = { client_id: clientIdOf(scenario) };
      const { nonce, state } = login;
      const validate = oauth.validateCodeIdTokenResponse;
      const options = { [oauth.allowInsecureRequests]: true };
      return validate(as, client, response, nonce, state, undefined, options);
    };
    expect((await validated('hybrid')).get('code')).toBeTruthy();
    await expect(validated('wrong-c-hash')).rejects.toThrow(/c_hash/);
  });

  it('gives a device tokens once the user has agreed elsewhere', async () => {
    await agent.arm('device');
    const client_id = clientIdOf('device');
    const device = await json(await post('/device/auth', { client_id, scope: 'openid' }));
    expect(device).toMatchObject({ interval: 1 });
    const grant_type = grantType('device_code');
    const poll = async () =>
      json(await agent.token({ grant_type, client_id, device_code: device.device_code ?? '' }));
    expect(await poll()).toMatchObject({ error: 'authorization_pending' });
    const shown = new URLSearchParams({ shown: device.user_code ?? '', answer: 'approve' });
    const elsewhere = await fetch(new URL(`/elsewhere?${shown}`, playground.url), {
      method: 'POST',
    });
    expect(elsewhere.status).toBe(200);
    expect(await poll()).toMatchObject({ token_type: 'Bearer' });
  });

  it('refuses a wrong password and a foreign assertion', async () => {
    const wrong = { grant_type: 'password', client_id: clientIdOf('password'), username: 'ada' };
    const guessed = await agent.token({ ...wrong, password: 'guessed' });
    expect(await json(guessed)).toMatchObject({ error: 'invalid_grant' });
    const stranger = { grant_type: grantType('jwt-bearer'), client_id: clientIdOf('jwt-bearer') };
    const refused = await agent.token({ ...stranger, assertion: 'e30.e30.c2ln' });
    expect(await json(refused)).toMatchObject({ error: 'invalid_grant' });
  });

  it('exchanges an ID token for an assertion that another server takes', async () => {
    const { id_token = '' } = await loginWith('clean');
    const exchanged = await json(
      await agent.token({
        grant_type: grantType('token-exchange'),
        client_id: clientIdOf('cross-app'),
        requested_token_type: tokenType('id-jag'),
        subject_token: id_token,
        subject_token_type: tokenType('id_token'),
        audience: 'https://other.example.com',
      }),
    );
    const assertion = exchanged.access_token ?? '';
    expect(decodeProtectedHeader(assertion).typ).toBe('oauth-id-jag+jwt');
    expect(decodeJwt(assertion)).toMatchObject({
      iss: playground.issuer,
      aud: 'https://other.example.com',
      sub: 'ada',
    });
  });

  it('takes one of two refreshes with the same token, and revokes what it issued', async () => {
    const { refresh_token = '' } = await loginWith('refresh-race');
    const client_id = clientIdOf('refresh-race');
    const refresh = () => agent.token({ grant_type: 'refresh_token', client_id, refresh_token });
    const [first, second] = await Promise.all([refresh(), refresh()]);
    expect([first.status, second.status]).toEqual([200, 400]);
    expect((await api('/api/me', (await json(first)).access_token)).status).toBe(401);
  });

  it('answers its sign-in page in JSON: the address to go to, or what is wrong', async () => {
    const ask = async (name: string, extra: Answer = {}) => {
      const { redirectUri } = await agent.arm(name);
      const query = {
        client_id: clientIdOf(name),
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
        ...extra,
      };
      const url = `${playground.issuer}/auth?${new URLSearchParams(query)}`;
      expect(await (await fetch(url)).text()).toContain('id="sign-in"');
      const answer = await fetch(url, { headers: { 'X-Requested-With': 'fetch' } });
      return [answer.status, await answer.json()];
    };
    const next = { redirectTo: expect.stringMatching(/^\/login\//) };
    expect(await ask('login-by-fetch')).toEqual([200, next]);
    const wrong = { redirect_uri: 'http://localhost/elsewhere' };
    expect(await ask('login-by-fetch-refused', wrong)).toEqual([
      400,
      { success: false, message: expect.stringContaining('redirect_uri did not match') },
    ]);
  });

  it('lets pages register, and gives the client the name of the scenario', async () => {
    const response = await fetch(`${playground.issuer}/reg`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        client_name: 'registration',
        redirect_uris: ['https://a.example/cb'],
      }),
    });
    expect(response.headers.get('access-control-allow-origin')).toBe(
      new URL(playground.url).origin,
    );
    expect((await json(response)).client_id).toMatch(/^playground-registration-/);
  });
});

describe('the API', () => {
  it('names its metadata to a client without a token', async () => {
    const refused = await api('/mcp');
    const challenge = refused.headers.get('www-authenticate') ?? '';
    const [, url = ''] = /resource_metadata="([^"]*)"/.exec(challenge) ?? [];
    expect(await json(await fetch(url))).toMatchObject({
      resource: `${playground.api}/mcp`,
      authorization_servers: [playground.issuer],
    });
  });

  it('takes a transfer from a stronger login only', async () => {
    const weak = await loginWith('step-up');
    const refused = await api('/api/transfers', weak.access_token);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('insufficient_user_authentication');
    const better = { acr_values: 'urn:example:mfa', prompt: 'login' };
    const strong = await loginWith('step-up', better);
    expect((await api('/api/transfers', strong.access_token)).status).toBe(200);
  });

  it('takes a JWT of the authorization server, and no damaged one', async () => {
    const login = await agent.arm('resource-indicator');
    const resource = `${playground.api}/api/`;
    const { url } = await agent.authorize(login, { resource });
    const { access_token = '' } = await json(await agent.redeem(login, url, { resource }));
    expect(decodeProtectedHeader(access_token).typ).toBe('at+jwt');
    expect((await api('/api/me', access_token)).status).toBe(200);
    expect((await api('/api/me', `${access_token.slice(0, -4)}AAAA`)).status).toBe(401);
  });
});
