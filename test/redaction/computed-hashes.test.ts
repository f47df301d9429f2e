import { describe, expect, test } from 'vitest';
import { base64url } from '../../src/http/base64.ts';
import { s256, sha256Bytes } from '../../src/http/digest.ts';
import { concealed } from './concealed.ts';
import { exchange } from './recordings.ts';

const FORM = ['content-type: application/x-www-form-urlencoded'];
const half = (value: string): string => base64url(sha256Bytes(value).subarray(0, 16));
/** A page whose script holds a text without a name. */
const page = (text: string) =>
  exchange({ answer: ['content-type: text/html'], text: `<script>check("${text}")</script>` });

describe('a hash that nothing names confirms a guess, so it is found', () => {
  // Some hashes begin with characters that look like a word.
  const seeds = Array.from({ length: 200 }, (_, index) => s256(`invented ${index}`));

  test.each([
    ['of an access token', 'access_token', half],
    ['of an access token, whole', 'access_token', (value: string) => base64url(sha256Bytes(value))],
    ['of a code', 'code', half],
    ['of a verifier', 'code_verifier', s256],
  ] as const)('%s', (_, name, hash) => {
    for (const value of seeds) {
      const shown = concealed([
        exchange({ method: 'POST', headers: FORM, body: `${name}=${value}` }),
        page(hash(value)),
      ]);
      // The last character of a half differs from that of the whole hash.
      expect(shown).not.toContain(hash(value).slice(0, -1));
    }
  });
});
