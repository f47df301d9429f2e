import { describe, expect, it } from 'vitest';
import { settingName } from '../../../src/providers/registry/console.ts';
import { providers } from '../../../src/providers/registry/index.ts';
import { analyse } from '../../helpers/analyse.ts';
import { idToken, redeemed } from '../../traffic/sketch.ts';

const CALLBACK = 'https://app.example.com/cb';

/** The advice when this token endpoint issues an ID token without `sub`. */
function adviceAt(token: string): string | undefined {
  const login = { authorize: token, token, callback: CALLBACK };
  const answerBody = {
    access_token: 'a-token',
    token_type: 'Bearer',
    id_token: idToken(1, {
      sub: undefined,
      iss: 'https://sso.example.com',
      aud: 'client-of-the-app',
    }),
  };
  const { findings } = analyse([redeemed(login, { answerBody })]);
  return findings.find(({ check }) => check === 'id-token-required-claims')?.fix;
}

describe('settingName', () => {
  it('is null for a setting or a provider that is not known', () => {
    expect(settingName(null, 'client')).toBeNull();
    const spring = providers.find(({ id }) => id === 'spring') ?? null;
    expect(settingName(spring, 'subject-claim')).toBeNull();
  });

  it('gives the advice of the provider that answered, and of no other', () => {
    expect(adviceAt('https://sso.example.com/realms/demo/protocol/openid-connect/token')).toBe(
      'Add sub at the server; in Keycloak it comes from the client scope "basic".',
    );
    expect(adviceAt('https://server.example.com/token')).toBe('Add the claim at the server.');
  });
});
