import { describe, expect, it } from 'vitest';
import { issuerByEndpoint, metadataUrls } from '../../../src/oauth/documents/well-known.ts';

describe('the places of metadata', () => {
  it.each([
    [
      'https://as.example.com',
      'https://as.example.com/.well-known/openid-configuration',
      'https://as.example.com/.well-known/oauth-authorization-server',
    ],
    [
      'https://as.example.com/tenant/',
      'https://as.example.com/tenant/.well-known/openid-configuration',
      'https://as.example.com/.well-known/oauth-authorization-server/tenant',
    ],
  ])('of %s', (issuer, ...expected) => {
    expect(metadataUrls(issuer)).toEqual(expected);
  });

  it.each(['', 'accounts.example.com', 'file:///etc', 'javascript:alert(1)', 'did:example:1'])(
    'are none of %s',
    (issuer) => {
      expect(metadataUrls(issuer)).toEqual([]);
    },
  );
});

describe('the issuer by an endpoint', () => {
  it.each([
    ['https://as.example.com/authorize', 'https://as.example.com'],
    ['https://as.example.com/oauth2/authorize', 'https://as.example.com'],
    ['https://as.example.com/oauth2/default/v1/authorize', 'https://as.example.com/oauth2/default'],
    [
      'https://sso.example.com/realms/shop/protocol/openid-connect/auth',
      'https://sso.example.com/realms/shop',
    ],
    [
      'https://login.example.com/my-tenant/oauth2/v2.0/authorize',
      'https://login.example.com/my-tenant/v2.0',
    ],
    ['https://as.example.com/connect/token', 'https://as.example.com'],
    ['http://localhost:3000/auth', 'http://localhost:3000'],
    ['https://as.example.com/some/place', 'https://as.example.com'],
    ['custom:thing', null],
  ])('%s', (endpoint, expected) => {
    expect(issuerByEndpoint(endpoint)).toBe(expected);
  });
});
