import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { APP, AS, spa } from './clients.ts';
import { call, form, jwt, login } from './sketch.ts';
import { ask, client, refusal, TOKEN } from './token-calls.ts';

describe('the fix for a refused token', () => {
  const fixes = (exchanges: readonly Exchange[]): readonly string[] =>
    snapshotOf(exchanges).flows.flatMap(({ findings }) => findings.map(({ fix }) => fix));

  it('names the setting of the provider that decides the issuer', () => {
    const iss = 'https://sts.windows.net/9e0d/';
    const token = jwt({ iss, aud: 'api://orders', ver: '1.0' });
    const tenant = 'https://login.microsoftonline.com/9e0d/oauth2/v2.0';
    const recording = [
      ...login({
        ...spa,
        authorize: `${tenant}/authorize`,
        token: `${tenant}/token`,
        tokens: { access_token: token },
      }),
      ask(10, '/orders', token, refusal(`The issuer '${iss}' is invalid`)),
    ];
    expect(fixes(recording).join('\n')).toContain('requestedAccessTokenVersion');
  });

  it('asks for the missing scope where the grant asks for scopes', () => {
    const recording = [
      call(0, APP, `${AS}/token`, {
        body: form({ grant_type: 'client_credentials', client_id: 'worker', client_secret: 'x' }),
        answerBody: { access_token: TOKEN, token_type: 'Bearer' },
      }),
      ask(1, '/orders', TOKEN, {
        status: 403,
        answer: {
          'www-authenticate': 'Bearer error="insufficient_scope", scope="orders:write"',
        },
      }),
    ];
    expect(fixes(recording).join('\n')).toContain(
      'Ask for "orders:write" with scope in the token request',
    );
  });

  it('compares the middleware of two routes', () => {
    const recording = [
      ...client(TOKEN),
      ask(10, '/orders', TOKEN),
      ask(10.2, '/admin/orders', TOKEN, { status: 401 }),
    ];
    expect(fixes(recording).join('\n')).toContain('the authentication middleware of this route');
  });
});
