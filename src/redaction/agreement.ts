/** A text that is looked for, and how far each of its ends repeats its beginning. */
export interface Repeating {
  readonly text: string;
  /** By index: so many characters from there on are those of the beginning (Z algorithm). */
  readonly own: Uint32Array;
}

/** Prepares a text for `Agreement`. */
export function repeating(text: string): Repeating {
  const own = new Uint32Array(text.length);
  own[0] = text.length;
  let start = 0;
  let end = 0;
  for (let at = 1; at < text.length; at += 1) {
    let length = at < end ? Math.min(own[at - start] ?? 0, end - at) : 0;
    while (at + length < text.length && text.charCodeAt(length) === text.charCodeAt(at + length)) {
      length += 1;
    }
    own[at] = length;
    if (at + length <= end) continue;
    start = at;
    end = at + length;
  }
  return { text, own };
}

/**
 * How far a wanted text agrees with another one, asked place by place from the first to the last. It
 * reads each character once, however often the texts repeat themselves.
 */
export class Agreement {
  readonly #wanted: Repeating;
  readonly #codeAt: (index: number) => number | undefined;
  /** The part of the other text that agrees and reaches furthest. */
  #start = 0;
  #end = 0;

  /** `codeAt` reads the other text. After its end, it returns NaN or nothing. */
  constructor(wanted: Repeating, codeAt: (index: number) => number | undefined) {
    this.#wanted = wanted;
    this.#codeAt = codeAt;
  }

  lengthAt(start: number): number {
    const { text, own } = this.#wanted;
    const left = this.#end - start;
    let length = left > 0 ? Math.min(own[start - this.#start] ?? 0, left) : 0;
    if (length < left) return length;
    while (length < text.length && text.charCodeAt(length) === this.#codeAt(start + length)) {
      length += 1;
    }
    this.#start = start;
    this.#end = start + length;
    return length;
  }
}
