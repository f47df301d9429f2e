import { describe, expect, it } from 'vitest';
import { libraryIn, libraryOfAgent } from '../../../src/providers/registry/client-libraries.ts';

const none = (): null => null;
const reader =
  (values: Readonly<Record<string, string>>) =>
  (name: string): string | null =>
    values[name] ?? null;

describe('libraryIn', () => {
  it('reads name and version from parameters', () => {
    const read = reader({ 'x-client-sku': 'msal.js.browser', 'x-client-ver': '3.10.0' });
    expect(libraryIn(read, none)).toMatchObject({
      name: 'msal.js.browser',
      version: '3.10.0',
      lacks: null,
    });
    expect(libraryIn(read, none)?.home).toMatch(/^https:\/\/github\.com\/AzureAD\//);
  });

  it('knows what an old version cannot do', () => {
    const read = reader({ 'x-client-sku': 'MSAL.JS', 'x-client-ver': '1.4.18' });
    expect(libraryIn(read, none)?.lacks).toContain('no PKCE');
  });

  it.each([
    [
      'as a header',
      none,
      reader({ 'auth0-client': btoa('{"name":"auth0-spa-js","version":"2.1.3"}') }),
    ],
    [
      'as a parameter',
      reader({ auth0client: btoa('{"name":"auth0-spa-js","version":"2.1.3"}') }),
      none,
    ],
  ])('unpacks JSON in base64 %s', (_, parameter, header) => {
    const found = libraryIn(parameter, header);
    expect(found).toMatchObject({ name: 'auth0-spa-js', version: '2.1.3' });
  });

  it('reads a product', () => {
    const found = libraryIn(none, reader({ 'x-okta-user-agent-extended': 'okta-auth-js/7.5.1' }));
    expect(found).toMatchObject({ name: 'okta-auth-js', version: '7.5.1' });
  });

  it.each(['', 'no base64!', btoa('[]'), btoa('null'), btoa('{"name":7}'), btoa('{')])(
    'takes %j for no library',
    (text) => expect(libraryIn(none, reader({ 'auth0-client': text }))).toBeNull(),
  );
});

describe('libraryOfAgent', () => {
  it.each([
    ['openid-client/5.6.5 (https://github.com/panva/openid-client)', 'openid-client', '5.6.5'],
    ['python-requests/2.31.0', 'python-requests', '2.31.0'],
    ['Apache-HttpClient/4.5.14 (Java/17.0.9)', 'Apache-HttpClient', '4.5.14'],
  ])('%s', (agent, name, version) =>
    expect(libraryOfAgent(agent)).toMatchObject({ name, version }),
  );

  it.each(['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'node', ''])(
    'takes %j for no library',
    (agent) => expect(libraryOfAgent(agent)).toBeNull(),
  );
});
