import { percentDecoded } from '../http/percent.ts';
import { samlXml } from './value-forms.ts';

/** A parameter of a URL or a form, or a hidden field of a page. */
const FIELD = /\bSAML(?:Request|Response)(?:=|["'][^<>]{0,60}?\bvalue=["'])([^&\s"'<>]{16,})/gi;
/** Longer texts are searched as they are. */
const LONGEST = 1_000_000;
const MOST = 5;

/** The XML of the SAML messages in a URL, a form, a header or a page. */
export function samlMessages(text: string): readonly string[] {
  if (text.length > LONGEST || !/SAMLRe/i.test(text)) return [];
  const found: string[] = [];
  for (const [, value = ''] of text.matchAll(FIELD)) {
    if (found.length >= MOST) break;
    const xml = samlXml(percentDecoded(value)) ?? samlXml(value);
    if (xml !== null) found.push(xml);
  }
  return found;
}
