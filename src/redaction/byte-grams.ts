import { BitHashes } from './bit-hashes.ts';
import { NumberSet } from './number-set.ts';

/** Small arrays of numbers cost less than typed ones. */
type Codes = ArrayLike<number>;

const encoder = new TextEncoder();
/** What the beginning of a value needs for a whole gram in each alignment, however it is packed. */
const BEGINNING = 12;
/** So many bytes of a form are in its grams. */
const BYTES = 6;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Characters that no encoding of text changes. */
const SIMPLE = /^[A-Za-z0-9._~-]*$/;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ALPHABETS = [codesOf(`${BASE64}+/`), codesOf(`${BASE64}-_`)];
const HEX = [codesOf('0123456789abcdef'), codesOf('0123456789ABCDEF')];
/** Bits of a value before the first character of base64 that depends on the value alone. */
const FIRST_BITS = [0, 4, 2];

/**
 * The first bytes of values in all forms in which packed text may hold them, so that only packed
 * text that may hold one is decoded.
 */
export class ByteGrams {
  readonly #grams = new NumberSet();
  #begins: BitHashes | null = null;
  readonly #added = new Set<string>();
  /** Used again for each value. */
  readonly #little: number[] = [];
  readonly #big: number[] = [];

  add(value: string): void {
    const beginning = value.slice(0, BEGINNING).replace(/[\uD800-\uDBFF]$/, '');
    if (this.#added.has(beginning)) return;
    this.#added.add(beginning);
    const forms = SIMPLE.test(beginning) ? casesOf(beginning) : formsOf(beginning);
    for (const form of forms) this.#addForm(bytesOf(form));
    const bytes = bytesOf(beginning);
    const little = wide(this.#little, beginning, 0);
    const big = wide(this.#big, beginning, 8);
    this.#addForm(little);
    this.#addForm(big);
    for (const digits of HEX) this.#addHex(bytes, digits);
    for (const alphabet of ALPHABETS) {
      for (const first of FIRST_BITS) {
        this.#addPacked(bytes, first, alphabet);
        this.#addPacked(little, first, alphabet);
        this.#addPacked(big, first, alphabet);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#grams.size === 0;
  }

  /** Whether a value may go on after those three bytes. */
  beginsWith(three: number): boolean {
    this.#begins ??= beginningsOf(this.#grams);
    return this.#begins.has(three);
  }

  has(three: number, fourth: number): boolean {
    return this.#grams.has(((three << 8) | fourth) >>> 0);
  }

  /** A run of packed text may begin at any bit, so one of three neighbouring grams is whole. */
  #addForm(bytes: Codes): void {
    const most = Math.min(bytes.length, BYTES);
    let gram = 0;
    for (let at = 0; at < most; at += 1) {
      gram = (gram << 8) | (bytes[at] ?? 0);
      if (at >= 3) this.#grams.add(gram >>> 0);
    }
  }

  /** The first digits of bytes in hexadecimal. */
  #addHex(bytes: Codes, digits: Codes): void {
    const most = Math.min(bytes.length * 2, BYTES);
    let gram = 0;
    for (let at = 0; at < most; at += 1) {
      const byte = bytes[at >> 1] ?? 0;
      gram = (gram << 8) | (digits[at & 1 ? byte & 15 : byte >> 4] ?? 0);
      if (at >= 3) this.#grams.add(gram >>> 0);
    }
  }

  /** The first characters in base64 that depend on these bytes alone, from that bit on. */
  #addPacked(bytes: Codes, first: number, alphabet: Codes): void {
    const most = Math.min(Math.floor((bytes.length * 8 - first) / 6), BYTES);
    let gram = 0;
    for (let at = 0; at < most; at += 1) {
      const bit = first + at * 6;
      const two = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
      gram = (gram << 8) | (alphabet[(two >> (10 - (bit & 7))) & 63] ?? 0);
      if (at >= 3) this.#grams.add(gram >>> 0);
    }
  }
}

function beginningsOf(grams: NumberSet): BitHashes {
  const begins = new BitHashes(grams.size);
  grams.forEach((gram) => {
    begins.add(gram >>> 8);
  });
  return begins;
}

function casesOf(beginning: string): readonly string[] {
  return [beginning, beginning.toLowerCase(), beginning.toUpperCase()];
}

/** Also escaped. */
function formsOf(beginning: string): ReadonlySet<string> {
  const json = JSON.stringify(beginning).slice(1, -1);
  const percent = percentEncoded(beginning);
  return new Set([
    ...casesOf(beginning),
    beginning.replaceAll(' ', '+'),
    percent,
    percent.replace(/%../g, (code) => code.toLowerCase()),
    json,
    json.replaceAll('/', '\\/'),
    beginning.replace(/[&<>"']/g, (one) => REFERENCES[one] ?? one),
    beginning.replace(/[&<>"]/g, (one) => REFERENCES[one] ?? one),
  ]);
}

/** The bytes of a text in UTF-8. */
function bytesOf(text: string): Codes {
  return /[^\0-\x7f]/.test(text) ? encoder.encode(text) : codesOf(text);
}

/** The bytes of a text in ASCII. */
function codesOf(text: string): Codes {
  const codes: number[] = [];
  for (let at = 0; at < text.length; at += 1) codes.push(text.charCodeAt(at));
  return codes;
}

/** UTF-16. `first` is the shift of the byte that comes first: 0 for the lower one. */
function wide(bytes: number[], text: string, first: 0 | 8): Codes {
  bytes.length = text.length * 2;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes[at * 2] = (code >> first) & 0xff;
    bytes[at * 2 + 1] = (code >> (8 - first)) & 0xff;
  }
  return bytes;
}

function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text; // half a surrogate pair
  }
}
