import { ReportData } from './report-data.ts';
import type { TextLayer } from './text-layer.ts';

/** The link of an HTML report to the recording that it was made of. */
const LINK = /<a\s[^<>]{0,2000}?\bhref="data:application\/json;base64,/;
const OWN = /<meta name="generator" content="Grantscope\b/;
/** The element that holds the JSON, as browsers and report programs write it. */
const HOLDER =
  /<(?!style\b)([a-z][a-z0-9-]{0,20})\b[^<>]{0,1000}>\s{0,1000}(?=(?:[{[]|&(?:#0*123|#x0*7b|lbrace|#0*91|#x0*5b);)\s{0,1000}(?:["{[\]}]|&(?:quot|#0*34|#x0*22);))/i;
/** The longest link, and the longest holder with the beginning of the JSON. */
const MAX_MATCH = 4_000;

/**
 * The JSON in an HTML page: the recording in a report of this project, or what an element holds, as
 * on a browser's page of a JSON file. Other pages have no text.
 */
export class HtmlPage implements TextLayer {
  /** The end of the page so far; null when the JSON has begun. */
  #before: string | null = '';
  #own = false;
  #data: ReportData | null = null;
  /** The end tag of the holder. */
  #close = /$^/;
  /** The end of the last chunk, which may be the beginning of that tag. */
  #held = '';
  #ended = false;

  push(chunk: string): string {
    if (this.#data !== null) return this.#data.push(chunk);
    if (this.#before === null) return this.#content(chunk);
    const text = this.#before + chunk;
    this.#own ||= OWN.test(text);
    const link = LINK.exec(text);
    const holder = this.#own ? null : HOLDER.exec(text);
    if (link !== null && link.index <= (holder?.index ?? link.index)) {
      this.#data = new ReportData();
      return this.#data.push(text.slice(link.index + link[0].length));
    }
    // Messages name lines of the file.
    const lines = text.slice(0, -MAX_MATCH).replace(/[^\n]+/g, '');
    this.#before = holder === null ? text.slice(-MAX_MATCH) : null;
    if (holder === null) return lines;
    const at = holder.index + holder[0].length;
    this.#close = new RegExp(`</${holder[1]}(?=[\\s>])`, 'i');
    return text.slice(0, at).replace(/[^\n]+/g, '') + this.#content(text.slice(at));
  }

  end(): string {
    const rest = this.#ended || this.#data !== null ? '' : this.#held;
    this.#held = '';
    return rest;
  }

  #content(chunk: string): string {
    if (this.#ended) return '';
    const text = this.#held + chunk;
    const close = this.#close.exec(text);
    this.#ended = close !== null;
    const tail = text.lastIndexOf('<');
    const end = close?.index ?? (tail > text.length - 30 && tail >= 0 ? tail : text.length);
    this.#held = text.slice(end);
    return text.slice(0, end);
  }
}
