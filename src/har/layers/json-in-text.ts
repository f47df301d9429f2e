import type { TextLayer } from './text-layer.ts';

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g;
/** The text ends in the middle of an escape sequence, if the number of its backslashes is odd. */
const CUT = /\\+(?:u[0-9a-fA-F]{0,3})?$/;
const SHORT: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text of one JSON string (RFC 8259 section 7): a HAR that was written as JSON twice. */
export class JsonInText implements TextLayer {
  #begun = false;
  #ended = false;
  #held = '';

  push(chunk: string): string {
    if (this.#ended) return '';
    let text = this.#held + chunk;
    if (!this.#begun) {
      text = text.slice(text.indexOf('"') + 1);
      this.#begun = true;
    }
    const close = endOf(text);
    this.#ended = close >= 0;
    const end = this.#ended ? close : wholeUpTo(text);
    this.#held = text.slice(end);
    return text.slice(0, end).replace(ESCAPE, (_, hex?: string, char = '') => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      return SHORT[char] ?? char;
    });
  }

  end(): string {
    return '';
  }
}

/** The index of the closing quote; -1 when it is not there. */
function endOf(text: string): number {
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    let first = at;
    while (text[first - 1] === '\\') first -= 1;
    if ((at - first) % 2 === 0) return at;
  }
  return -1;
}

function wholeUpTo(text: string): number {
  const cut = CUT.exec(text.slice(-1_000));
  if (cut === null) return text.length;
  const backslashes = /^\\+/.exec(cut[0])?.[0].length ?? 0;
  if (backslashes % 2 === 0) return text.length;
  return text.length - (cut[0].length - backslashes) - 1;
}
