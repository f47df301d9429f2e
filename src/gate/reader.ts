import { CodeWords } from './code-words.ts';
import { keptNumbers } from './kept-characters.ts';
import { Layer } from './layer.ts';
import { roomFor, unpack } from './unpacked.ts';
import { LONG, PACKED, PLAIN, SHORT, type Windows } from './windows.ts';

const CHUNK = 32_768;
/** More characters than any encoding makes of a piece of a value, so that it is whole in one chunk. */
const OVERLAP = 1_024;
/** Base64 in base64 is as deep as values are searched for. */
const DEPTH = 2;
const LINE = 4_096;

let words: { readonly all: CodeWords; readonly digits: CodeWords } | null = null;

/** Read once: all that escapes make of characters of values, and of the digits of base64. */
function codeWords() {
  if (!words) {
    const numbers = keptNumbers();
    const kept = [...Array(128).keys()].filter((unit) => numbers[unit] !== 0);
    words = { all: new CodeWords(String.fromCharCode(...kept)), digits: new CodeWords('+/') };
  }
  return words;
}

/** Reads texts in all encodings, and notes which pieces of values they have. */
export class Reader {
  readonly #windows: Windows;
  readonly #words = codeWords();
  /** What is read: a text, what it hides, and what that hides. */
  readonly #layers: readonly Layer[];
  readonly #digits: Uint8Array;
  /** Characters that were written one by one. */
  readonly #line = new Layer(LINE);

  /** For texts of at most some characters. */
  constructor(windows: Windows, longest: number) {
    this.#windows = windows;
    const layers = [new Layer(Math.min(longest, OVERLAP + CHUNK))];
    for (let depth = 1; depth <= DEPTH; depth += 1) {
      layers.push(new Layer(roomFor(layers.at(-1)?.codes.length ?? 0)));
    }
    this.#layers = layers;
    this.#digits = new Uint8Array(layers.at(-2)?.codes.length ?? 0);
  }

  /** Yields after each chunk how many characters are read. */
  *read(text: string): Generator<number> {
    const layer = this.#layers[0];
    for (let from = 0; layer && from < text.length; from += CHUNK) {
      const to = Math.min(text.length, from + CHUNK);
      const first = Math.max(0, from - OVERLAP);
      const { codes } = layer;
      for (let at = first; at < to; at += 1) codes[at - first] = text.charCodeAt(at);
      layer.length = to - first;
      this.#readLayer(0);
      yield to;
    }
  }

  #readLayer(depth: number): void {
    const layer = this.#layers[depth];
    if (!layer) return;
    const place = depth === 0 ? PLAIN : PACKED;
    this.#windows.mark(layer.codes, layer.length, place);
    this.#readWords(layer, place);
    if (depth > 0) this.#readWide(layer);
    const inner = this.#layers[depth + 1];
    if (!inner) return;
    const flush = (): void => {
      if (inner.length > 0) this.#readLayer(depth + 1);
      inner.length = 0;
    };
    const target = { layer: inner, flush };
    unpack(layer, this.#words.digits, this.#digits, target);
    flush();
  }

  /** Reads characters that are all written by escapes. */
  #readWords({ codes, length }: Layer, place: number): void {
    const { all } = this.#words;
    const { starts } = all;
    for (let at = 0; at < length; at += 1) {
      const read = starts[codes[at] as number] === 0 ? 0 : all.read(codes, at, length);
      if (read > 0) {
        this.#push(all.unit, place);
        at += read - 1;
      } else if (this.#line.length > 0) this.#endLine(place);
    }
    this.#endLine(place);
  }

  /** Reads UTF-16, in which every other byte of such a character is 0. */
  #readWide({ codes, length }: Layer): void {
    for (let at = 1; at < length; at += 1) {
      if (codes[at] !== 0 || codes[at - 1] === 0) continue;
      let last = at - 1;
      this.#push(codes[last] as number, PACKED);
      while (last + 2 < length && codes[last + 1] === 0 && codes[last + 2] !== 0) {
        last += 2;
        this.#push(codes[last] as number, PACKED);
      }
      this.#endLine(PACKED);
      at = last + 1;
    }
  }

  #push(unit: number, place: number): void {
    const line = this.#line;
    if (!line.hasRoom(1)) {
      this.#windows.mark(line.codes, line.length, place);
      line.codes.copyWithin(0, line.length - LONG);
      line.length = LONG;
    }
    line.push(unit);
  }

  #endLine(place: number): void {
    if (this.#line.length >= SHORT) this.#windows.mark(this.#line.codes, this.#line.length, place);
    this.#line.length = 0;
  }
}
