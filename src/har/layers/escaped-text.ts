import { decodeEntities } from '../../http/html-entities.ts';
import type { TextLayer } from './text-layer.ts';

/** A character reference of HTML. */
const REFERENCE = /&(?:[a-z][a-z0-9]{1,9}|#\d{1,7}|#x[0-9a-f]{1,6});/giy;
const QUOTES = /&(?:quot|#0*34|#x0*22);/gi;
/** What a text that was escaped for HTML does not have, or only as a reference. */
const SPECIAL = /[&<>]|\\u00(?:26|3[ce])|"name"\s{0,9}:\s{0,9}"amp;/gi;
/** The longest match of both. */
const MAX_SPECIAL = 40;
/** Characters that are held back until the file shows whether it was escaped. */
const MAX_HELD = 2 ** 26;
/** How often a text may have been escaped. */
const MAX_TIMES = 3;

/**
 * Text that somebody escaped for HTML, unescaped. It counts as escaped only if no `&`, `<` or `>` in
 * the whole text contradicts: a client may send `&amp;`. Other text passes as soon as one does.
 */
export class EscapedText implements TextLayer {
  /** From the first special character on; null before it. */
  #held: string[] | null = null;
  #length = 0;
  /** The end of the text so far, where a reference may be cut. */
  #tail = '';
  #decided = false;

  push(chunk: string): string {
    if (this.#decided) return chunk;
    const text = this.#tail + chunk;
    if (this.#held !== null) return this.#hold(text);
    SPECIAL.lastIndex = 0;
    const first = SPECIAL.exec(text)?.index ?? Math.max(0, text.length - MAX_SPECIAL);
    this.#tail = '';
    if (first < text.length - MAX_SPECIAL) {
      this.#held = [];
      return text.slice(0, first) + this.#hold(text.slice(first));
    }
    this.#tail = text.slice(first);
    return text.slice(0, first);
  }

  end(): string {
    let text = (this.#held ?? []).join('') + this.#tail;
    if (this.#decided) return '';
    for (let times = 0; times < MAX_TIMES && isEscaped(text); times += 1) text = unescaped(text);
    return text;
  }

  #hold(text: string): string {
    const held = this.#held ?? [];
    const whole = Math.max(0, text.length - MAX_SPECIAL);
    this.#tail = text.slice(whole);
    this.#length += whole;
    held.push(text.slice(0, whole));
    if (!contradictedIn(text, 0, whole) && this.#length <= MAX_HELD) return '';
    this.#decided = true;
    this.#held = null;
    return held.join('') + this.#tail;
  }
}

/** Whether something between these places was not escaped. */
function contradictedIn(text: string, from: number, to: number): boolean {
  SPECIAL.lastIndex = from;
  for (let found = SPECIAL.exec(text); found && found.index < to; found = SPECIAL.exec(text)) {
    if (found[0] !== '&') return true;
    REFERENCE.lastIndex = found.index;
    if (!REFERENCE.test(text)) return true;
  }
  return false;
}

function isEscaped(text: string): boolean {
  return /&amp;|&(?:quot|#0*34|#x0*22);/i.test(text) && !contradictedIn(text, 0, text.length);
}

/** A quote inside a JSON string stays one if the quotes around strings were not escaped. */
function unescaped(text: string): string {
  return decodeEntities(text.includes('"') ? text.replace(QUOTES, '\\"') : text);
}
