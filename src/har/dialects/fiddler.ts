import { defineDialect } from '../dialect.ts';
import { asText } from '../loose.ts';

/**
 * Fiddler Classic.
 *
 * @program Fiddler Classic
 * @requestBodies forms as decoded parameters
 * @responseBodies whole up to its limit
 * @headers whole
 * @failures as a response 502 of its own
 * @export *File*, *Export Sessions*, *HTTPArchive v1.2*
 */
export default defineDialect({
  name: 'Fiddler',
  creator: /^Fiddler/i,
  isBodyTooLarge: ({ comment }) => /\bexceeded\b/.test(asText(comment) ?? ''),
});
