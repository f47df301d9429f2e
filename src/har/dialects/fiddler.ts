import { defineDialect } from '../dialect.ts';
import { asText, isRecord } from '../loose.ts';
import { plainWords } from '../plain-words.ts';

/**
 * Fiddler Classic.
 *
 * @program Fiddler Classic
 * @requestBodies forms as decoded parameters
 * @responseBodies whole up to its limit
 * @headers whole
 * @failures in words, as a response 502 or 504 of its own
 * @export *File*, *Export Sessions*, *HTTPArchive v1.2*
 */
export default defineDialect({
  name: 'Fiddler',
  creator: /^Fiddler/i,
  isBodyTooLarge: ({ comment }) => /\bexceeded\b/.test(asText(comment) ?? ''),
  ownAnswer({ statusText, content }) {
    const status = asText(statusText) ?? '';
    if (!status.startsWith('Fiddler - ')) return null;
    const text = isRecord(content) ? (asText(content.text) ?? '') : '';
    return plainWords(`${status}. ${text.replace(/^\[Fiddler\]/, '')}`);
  },
});
