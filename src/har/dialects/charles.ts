import { textOfBase64 } from '../base64-text.ts';
import { defineDialect } from '../dialect.ts';
import { asText, isRecord } from '../loose.ts';
import { plainWords } from '../plain-words.ts';

/**
 * Charles Web Debugging Proxy.
 *
 * @program Charles
 * @requestBodies forms as decoded parameters, others in base64
 * @responseBodies whole
 * @headers whole
 * @failures that the exchange failed; in words as a page of its own
 * @export *File*, *Export Session*, format *HTTP Archive (.har)*
 */
export default defineDialect({
  name: 'Charles Proxy',
  creator: /^Charles/i,
  looksLike: ({ response }) => isRecord(response) && '_charlesStatus' in response,
  postText: (text, bodySize) => (isUnmarkedBase64(text, bodySize) ? textOfBase64(text) : text),
  ownAnswer({ content }) {
    const text = isRecord(content) ? (asText(content.text) ?? '') : '';
    return /<title>Charles Error Report<\/title>/.test(text.slice(0, 2_000))
      ? plainWords(text)
      : null;
  },
  errorText(_, { _charlesStatus }) {
    const status = asText(_charlesStatus);
    return status === 'EXCEPTION' || status === 'FAILED' ? status : null;
  },
});

/** Nothing says that a body is in base64, but its size does. */
function isUnmarkedBase64(text: string, bodySize: unknown): boolean {
  if (text.length < 8 || text.length % 4 !== 0 || bodySize === text.length) return false;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  if (bodySize !== (text.length / 4) * 3 - padding) return false;
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}
