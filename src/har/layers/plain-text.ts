import { EscapedText } from './escaped-text.ts';
import { HtmlPage } from './html-page.ts';
import { JsonInText } from './json-in-text.ts';
import type { TextLayer } from './text-layer.ts';

/** How often a HAR may be inside something. */
const MAX_LAYERS = 5;

/** Opens the layers around the text of a HAR one after another, by how the text begins. */
export class PlainText implements TextLayer {
  /** The layers around this one. */
  readonly #outer: readonly TextLayer[];
  #layer: TextLayer | null = null;
  #inner: PlainText | null = null;
  /** White space before the first character. */
  #before = '';
  #begun = false;

  constructor(outer: readonly TextLayer[] = []) {
    this.#outer = outer;
  }

  push(chunk: string): string {
    if (!this.#begun) {
      const text = this.#before + chunk;
      if (!/[^\s\uFEFF]/.test(text)) {
        this.#before = text;
        return '';
      }
      this.#begin(text);
      return this.#pass(text);
    }
    return this.#pass(chunk);
  }

  end(): string {
    if (!this.#begun) return this.#before;
    if (this.#layer === null || this.#inner === null) return '';
    return this.#inner.push(this.#layer.end()) + this.#inner.end();
  }

  #begin(text: string): void {
    this.#begun = true;
    this.#layer = layerOf(text.trimStart(), this.#outer);
    if (this.#layer) this.#inner = new PlainText([...this.#outer, this.#layer]);
  }

  #pass(chunk: string): string {
    if (this.#layer === null || this.#inner === null) return chunk;
    const text = this.#layer.push(chunk);
    return text === '' ? '' : this.#inner.push(text);
  }
}

function layerOf(start: string, outer: readonly TextLayer[]): TextLayer | null {
  if (outer.length >= MAX_LAYERS) return null;
  const without = (layer: typeof HtmlPage | typeof EscapedText) =>
    outer.every((one) => !(one instanceof layer));
  if (start.startsWith('"')) return new JsonInText();
  if (start.startsWith('<') && without(HtmlPage)) return new HtmlPage();
  return without(EscapedText) ? new EscapedText() : null;
}
