import type { Exchange } from '../http/exchange.ts';
import { percentDecoded } from '../http/percent.ts';
import { unpackSaml } from './packed-saml.ts';
import type { Searched } from './search-text.ts';
import { SAML, samlXml } from './value-forms.ts';

/** A parameter of a URL or a form, or a hidden field of a page. */
const FIELD = /\bSAML(?:Request|Response)(?:=|["'][^<>]{0,60}?\bvalue=["'])([^&\s"'<>]{16,})/gi;
/** Longer texts are searched as they are. */
const LONGEST = 1_000_000;
const MOST = 5;

/** The SAML messages in a text as they stand there, and percent-decoded. */
function valuesIn(text: string): readonly string[] {
  if (text.length > LONGEST || !/SAMLRe/i.test(text)) return [];
  const found: string[] = [];
  for (const [, value = ''] of text.matchAll(FIELD)) {
    if (found.length >= 2 * MOST) break;
    found.push(percentDecoded(value), value);
  }
  return found;
}

/** The XML of the SAML messages in a URL, a form, a header or a page, as far as they are prepared. */
export function samlMessages(text: string): readonly string[] {
  return [...new Set(valuesIn(text).flatMap((value) => samlXml(value) ?? []))];
}

function textsOf({ request, response }: Exchange): readonly string[] {
  const bodies = [request.body, response?.body].flatMap((body) =>
    body && 'text' in body ? [body.text] : [],
  );
  const headers = [...request.headers, ...(response?.headers ?? [])].map(({ value }) => value);
  return [request.url, ...headers, ...bodies];
}

/** Decompresses the SAML messages of a recording, so that a search finds what they say. */
export async function prepareSaml(flows: Searched): Promise<void> {
  for (const { flow } of flows) {
    for (const { exchange, params } of flow.messages) {
      const values = textsOf(exchange).flatMap(valuesIn);
      const sent = params.pairs.filter(({ name }) => SAML.test(name)).map(({ value }) => value);
      if (values.length + sent.length > 0) await unpackSaml([...values, ...sent]);
    }
  }
}
