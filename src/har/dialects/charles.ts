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
  isUnmarkedBase64,
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

/** The beginnings of files whose types say what they are. */
const BEGINNINGS: readonly (readonly [type: RegExp, begin: string])[] = [
  [/^image\/png/i, '\x89PNG\r\n'],
  [/^image\/jpe?g/i, '\xFF\xD8\xFF'],
  [/^image\/gif/i, 'GIF8'],
  [/^image\/webp|^audio\/wav/i, 'RIFF'],
  [/^application\/pdf/i, '%PDF-'],
  [/^application\/(?:x-)?gzip/i, '\x1F\x8B'],
  [/^application\/(?:zip|vnd\.openxmlformats)/i, 'PK'],
];
const SAMPLE = 12;

/** Nothing says that a body is in base64, but its size does, or what it is when it is decoded. */
function isUnmarkedBase64({
  text,
  size,
  mimeType,
}: {
  readonly text: string;
  readonly size: unknown;
  readonly mimeType: string;
}): boolean {
  if (text.length < 8 || text.length % 4 !== 0 || size === text.length) return false;
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  if (size === (text.length / 4) * 3 - padding) return true;
  const begins = atob(text.slice(0, SAMPLE));
  return BEGINNINGS.some(([type, begin]) => type.test(mimeType) && begins.startsWith(begin));
}
