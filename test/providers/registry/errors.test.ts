import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSignature } from '../../../src/providers/registry/errors.ts';
import { exchange } from '../../helpers/exchanges.ts';

const UNKNOWN = exchange(0, { url: 'https://server.example.com/authorize' });

describe('findSignature', () => {
  it.each([
    ['The redirect URI provided is not whitelisted.', 'redirect-mismatch'],
    ['Invalid parameter: redirect_uri', 'redirect-mismatch'],
    ['error=redirect_uri_mismatch', 'redirect-mismatch'],
    ['Mismatching redirect URI? invalid_redirect_uri', 'redirect-mismatch'],
    ['Mismatching redirect URI.', 'redirect-mismatch'],
    ['[invalid_request] OAuth 2.0 Parameter: redirect_uri', 'redirect-mismatch'],
    ['[invalid_request] OAuth 2.0 Parameter: client_id', 'client-unknown'],
    ['There was an unexpected error (type=None, status=999).', 'server-error'],
    ['unable to retrieve client by id', 'client-unknown'],
    ['AADSTS50011: The reply URL does not match', 'redirect-mismatch'],
    ['AADSTS700016: Application was not found', 'client-unknown'],
    ['error: invalid_client', 'client-unknown'],
    ['The requested OAuth 2.0 Client does not exist', 'client-unknown'],
    ['Unknown client or client not enabled', 'client-unknown'],
    ['AADSTS50105: not assigned', 'policy'],
    ['Restart login cookie not found', 'session-cookie'],
    ['oops! something went wrong\nerror: server_error', 'other'],
  ])('%s: %s', (text, about) => {
    expect(findSignature(UNKNOWN, text)?.signature.about).toBe(about);
  });

  it.each([
    'Sign in with your account',
    'You will be redirected to the application.',
    'Please enter the code that we sent to you.',
    'The username or password is invalid.',
    'Shop wants to see your profile',
  ])('finds nothing in: %s', (text) => expect(findSignature(UNKNOWN, text)).toBeNull());

  it('prefers the specific text to a general headline', () => {
    const text = 'oops! something went wrong\nerror_description: client is invalid';
    const match = findSignature(UNKNOWN, text);
    expect(match?.signature.about).toBe('client-unknown');
    expect(match?.line).toBe('error_description: client is invalid');
  });

  it('uses the words of the provider that the URL names', () => {
    const url = 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize';
    const found = findSignature(exchange(0, { url }), 'AADSTS50011: redirect_uri_mismatch');
    expect(found?.provider.id).toBe('entra');
  });

  it('never gives the advice of one provider at a host of another', () => {
    const url = 'https://tenant.okta.com/oauth2/v1/authorize';
    const found = findSignature(exchange(0, { url }), 'redirect_uri_mismatch');
    expect(found?.provider.id).toBe('generic');
    expect(found?.signature.about).toBe('redirect-mismatch');
  });

  it('never throws, for any text of a server', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (url, text) => {
        findSignature(exchange(0, { url }), text);
      }),
    );
  });

  it.each(['redirect uri ', 'invalid ', 'client id ', 'Client ', 'csrf value '])(
    'stays fast on a page full of %j',
    (words) => {
      const text = words.repeat(20_000 / words.length);
      const before = performance.now();
      findSignature(UNKNOWN, text);
      expect(performance.now() - before).toBeLessThan(500);
    },
  );
});
