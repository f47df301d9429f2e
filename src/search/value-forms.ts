import { decodeBase64url } from '../http/base64.ts';
import { percentDecoded } from '../http/percent.ts';
import { unpackedSaml } from './packed-saml.ts';

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

/** The parameters that hold a SAML message. */
export const SAML = /^SAML(?:Request|Response)$/i;

/** The XML of a SAML message: compressed as in a redirect, or in base64 that may have line breaks. Null for others. */
export function samlXml(value: string): string | null {
  return unpackedSaml(value) ?? fromBase64(value.replace(/\s+/g, ''));
}

/** A parameter as shown, as sent, and decoded as `valueForms` and the bindings of SAML say. */
export function parameterForms(name: string, value: string, raw = value): readonly string[] {
  const forms = valueForms(value, raw);
  const xml = SAML.test(name) && value.length <= LONGEST ? samlXml(value) : null;
  return xml === null || forms.includes(xml) ? forms : [...forms, xml];
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
