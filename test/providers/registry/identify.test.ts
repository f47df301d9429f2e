import { describe, expect, it } from 'vitest';
import { providerOf } from '../../../src/providers/registry/identify.ts';
import { exchange } from '../../helpers/exchanges.ts';

const url = 'https://login.example.com/authorize';

describe('providerOf', () => {
  it('goes by the host', () => {
    const found = providerOf(exchange(0, { url: 'https://tenant.auth0.com/authorize' }));
    expect(found?.id).toBe('auth0');
  });

  it('goes by the path of software that runs at any host', () => {
    const path = '/auth/realms/demo/protocol/openid-connect/auth';
    expect(providerOf(exchange(0, { url: `https://sso.example.com${path}` }))?.id).toBe('keycloak');
  });

  it('goes by a response header at the domain of a customer', () => {
    expect(providerOf(exchange(0, { url, answer: { 'X-Auth0-RequestId': 'a1' } }))?.id).toBe(
      'auth0',
    );
    expect(providerOf(exchange(0, { url, answer: { 'x-okta-request-id': 'a1' } }))?.id).toBe(
      'okta',
    );
  });

  it('goes by a cookie that the response sets', () => {
    const answer = { 'set-cookie': 'KC_RESTART=eyJ; Path=/; HttpOnly' };
    expect(providerOf(exchange(0, { url, answer }))?.id).toBe('keycloak');
  });

  it('goes by the markup of the page', () => {
    const answerBody = '<html><div id="kc-header-wrapper" class="">Demo</div></html>';
    expect(providerOf(exchange(0, { url, answerBody }))?.id).toBe('keycloak');
  });

  it('prefers the host to marks', () => {
    const answer = { 'x-okta-request-id': 'a1' };
    const found = providerOf(exchange(0, { url: 'https://accounts.google.com/o/oauth2', answer }));
    expect(found?.id).toBe('google');
  });

  it('finds no provider without evidence', () => {
    expect(providerOf(exchange(0, { url }))).toBeNull();
    expect(providerOf(null)).toBeNull();
  });
});
