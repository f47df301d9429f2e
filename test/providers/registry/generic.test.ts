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
  ['The requested OAuth 2.0 Client does not exist', 'client-unknown'],
  ['No CSRF value available in the session cookie', 'session-cookie'],
  ['This needs admin approval.', 'policy'],
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
});
