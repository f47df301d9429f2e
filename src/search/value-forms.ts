import { decodeBase64url } from '../http/base64.ts';
import { percentDecoded } from '../http/percent.ts';

/** Longer values are searched as they are. */
const LONGEST = 200_000;
const SHORTEST_BASE64 = 8;
const BASE64 = /^[\w+/-]+={0,2}$/;

/** JSON and XML in base64, such as a `state` of a library or a SAML response. Null for other text. */
function fromBase64(value: string): string | null {
  if (value.length < SHORTEST_BASE64 || !BASE64.test(value)) return null;
  const text = decodeBase64url(value.replace(/=+$/, ''));
  return text !== null && /^\s*[[{<"]/.test(text) ? text : null;
}

/** A value as shown, as sent, percent-decoded once more, and decoded from base64. */
export function valueForms(value: string, raw = value): readonly string[] {
  const forms = [value];
  if (raw !== value) forms.push(raw);
  if (value.length > LONGEST) return forms;
  const again = percentDecoded(value);
  if (again !== value) forms.push(again);
  const decoded = fromBase64(value) ?? fromBase64(again);
  if (decoded !== null) forms.push(decoded);
  return forms;
}
