import { describe, expect, it } from 'vitest';
import { findSignature } from '../../../src/providers/registry/errors.ts';
import generic from '../../../src/providers/registry/generic.ts';
import { exchange } from '../../helpers/exchanges.ts';

const UNKNOWN = exchange(0, { url: 'https://server.example.com/authorize' });

/** Sentences of servers without a file. */
const SENTENCES = [
  ['error=redirect_uri_mismatch', 'redirect-mismatch'],
  ['The redirect URI provided is not whitelisted.', 'redirect-mismatch'],
  ['Mismatching redirect URI.', 'redirect-mismatch'],
  ['error: invalid_client', 'client-unknown'],
  ['The client app-1 does not exist', 'client-unknown'],
  ['The session cookie is missing: CSRF token invalid', 'session-cookie'],
  ['This needs admin approval.', 'policy'],
  ['Blocked by your organization: the category of this website is not allowed.', 'interposed'],
] as const;

describe('the generic reading', () => {
  it.each(SENTENCES)('%s', (text, about) => {
    const found = findSignature(UNKNOWN, text);
    expect(found?.provider.id).toBe('generic');
    expect(found?.signature.about).toBe(about);
  });

  it('has a sentence for each phrase', () => {
    const found = SENTENCES.map(([text]) => findSignature(UNKNOWN, text)?.signature);
    expect((generic.errors ?? []).filter((one) => !found.includes(one))).toEqual([]);
  });

  it.each([
    'Invalid client certificate',
    'The client certificate is invalid or was not found.',
    'Application not found. Check your network settings to confirm that your domain has provisioned.',
    'This application needs JavaScript, which is disabled in your browser.',
  ])('says nothing about: %s', (text) => {
    expect(findSignature(UNKNOWN, text)).toBeNull();
  });

  it.each([
    'This web page is blocked by your administrator (URL filter).',
    'Access Denied. You don\'t have permission to access "/authorize" on this server. Reference #18.2d',
    'Sorry, you have been blocked',
  ])('takes for a page of something between: %s', (text) => {
    expect(findSignature(UNKNOWN, text)?.signature.about).toBe('interposed');
  });

  it('counts a phrase in one line, whatever another line is about', () => {
    const text = 'unknown client\nSend the certificate of the browser to the help desk.';
    expect(findSignature(UNKNOWN, text)?.signature.about).toBe('client-unknown');
    expect(findSignature(UNKNOWN, text)?.line).toBe('unknown client');
  });
});
