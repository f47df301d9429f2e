import { base64Bytes } from '../http/base64.ts';
import { isMarkup } from '../http/xml-or-html.ts';

/** Base64, which may be broken into lines. A message in a URL is much shorter. */
const BASE64 = /^[A-Za-z0-9+/_\s-]{16,200000}={0,2}\s*$/;
const MAX_XML = 1_000_000;
const MAX_KNOWN = 500;

const known = new Map<string, string | null>();

/** The XML of a value that `unpackSaml` has seen (SAML 2.0 bindings, section 3.4.4.1); else null. */
export function unpackedSaml(value: string): string | null {
  return known.get(value) ?? null;
}

/**
 * Decompresses the values that hold XML in deflate and base64. The browser does that, and only
 * asynchronously, so that it comes before a search.
 */
export async function unpackSaml(values: Iterable<string>): Promise<void> {
  for (const value of values) {
    if (known.has(value) || known.size >= MAX_KNOWN || !BASE64.test(value)) continue;
    const bytes = base64Bytes(value.replace(/\s+/g, ''));
    const xml = bytes && (await inflated(bytes));
    known.set(value, xml && isMarkup(xml) ? xml : null);
  }
}

/** Decompressed text; null for what is no such text, or for more than a message has. */
async function inflated(bytes: Uint8Array): Promise<string | null> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const written = writer
    .write(Uint8Array.from(bytes))
    .then(() => writer.close())
    .catch(() => undefined);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      if (text.length > MAX_XML) return null;
    }
    return text;
  } catch {
    return null;
  } finally {
    await reader.cancel().catch(() => undefined);
    await written;
  }
}
