import { BitHashes } from './bit-hashes.ts';

const encoder = new TextEncoder();
/** What the beginning of a value needs for a whole gram in each alignment, however it is packed. */
const BEGINNING = 12;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Characters that no encoding of text changes. */
const SIMPLE = /^[A-Za-z0-9._~-]*$/;

/**
 * The first bytes of values in all forms in which packed text may hold them, so that only packed
 * text that may hold one is decoded.
 */
export class ByteGrams {
  readonly #grams = new Set<number>();
  #begins: BitHashes | null = null;
  readonly #added = new Set<string>();

  add(value: string): void {
    const beginning = value.slice(0, BEGINNING).replace(/[\uD800-\uDBFF]$/, '');
    if (this.#added.has(beginning)) return;
    this.#added.add(beginning);
    const isSimple = SIMPLE.test(beginning);
    for (const form of isSimple ? casesOf(beginning) : formsOf(beginning)) this.#addBytes(form);
    const bytes = latinOf(beginning);
    const hex = isSimple && bytes.length > 6 ? hexOf(bytes.slice(0, 6)) : hexOf(bytes);
    this.#addBytes(hex);
    if (/[a-f]/.test(hex)) this.#addBytes(hex.toUpperCase());
    const [little, big] = [wide(beginning, true), wide(beginning, false)];
    this.#addBytes(little);
    this.#addBytes(big);
    for (const inner of [bytes, little, big]) this.#addPacked(inner);
  }

  get isEmpty(): boolean {
    return this.#grams.size === 0;
  }

  /** Whether a value may go on after those three bytes. */
  beginsWith(three: number): boolean {
    this.#begins ??= new BitHashes([...this.#grams].map((gram) => gram >>> 8));
    return this.#begins.has(three);
  }

  has(three: number, fourth: number): boolean {
    return this.#grams.has(((three << 8) | fourth) >>> 0);
  }

  /** A run of packed text may begin at any bit, so one of three neighbouring grams is whole. */
  #addBytes(bytes: string): void {
    for (let at = 0; at < 3 && at + 4 <= bytes.length; at += 1) {
      const three =
        (bytes.charCodeAt(at) << 16) | (bytes.charCodeAt(at + 1) << 8) | bytes.charCodeAt(at + 2);
      this.#grams.add(((three << 8) | bytes.charCodeAt(at + 3)) >>> 0);
    }
  }

  /** The characters of base64 and base64url that depend on these bytes alone, in each alignment. */
  #addPacked(bytes: string): void {
    for (let before = 0; before < 3; before += 1) {
      const tainted = before === 0 ? 0 : before + 1;
      const encoded = btoa('\0'.repeat(before) + bytes).slice(tainted, -4);
      this.#addBytes(encoded);
      if (/[+/]/.test(encoded)) {
        this.#addBytes(encoded.replaceAll('+', '-').replaceAll('/', '_'));
      }
    }
  }
}

function casesOf(beginning: string): readonly string[] {
  return [beginning, beginning.toLowerCase(), beginning.toUpperCase()];
}

/** Also escaped, as bytes. */
function formsOf(beginning: string): ReadonlySet<string> {
  const json = JSON.stringify(beginning).slice(1, -1);
  const percent = percentEncoded(beginning);
  return new Set(
    [
      ...casesOf(beginning),
      beginning.replaceAll(' ', '+'),
      percent,
      percent.replace(/%../g, (code) => code.toLowerCase()),
      json,
      json.replaceAll('/', '\\/'),
      beginning.replace(/[&<>"']/g, (one) => REFERENCES[one] ?? one),
      beginning.replace(/[&<>"]/g, (one) => REFERENCES[one] ?? one),
    ].map(latinOf),
  );
}

/** The bytes of a text in UTF-8, one character each. */
function latinOf(text: string): string {
  return /[^\0-\x7f]/.test(text) ? String.fromCharCode(...encoder.encode(text)) : text;
}

function hexOf(bytes: string): string {
  return [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function wide(text: string, little: boolean): string {
  const codes = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return String.fromCharCode(
    ...codes.flatMap((code) => (little ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff])),
  );
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text; // half a surrogate pair
  }
}
