/** The link of an HTML report to the recording that it was made of. */
const LINK = /<a\s[^<>]{0,2000}?\bhref="data:application\/json;base64,/;
/** Longer than the link up to its data. */
const MAX_LINK = 2_100;

/** Enough of a file to see whether it is a page. */
const ENOUGH = 16;

type State = 'undecided' | 'no page' | 'before the data' | 'in the data' | 'after the data';

/**
 * Takes the recording out of an HTML report whose text arrives in pieces; the text of other files
 * passes. The recording is the data of a link: text of the network cannot be mistaken for one, because
 * it has no `<` in a report.
 */
export class ReportPage {
  #state: State = 'undecided';
  /** The end of the text so far: it may be the beginning of the link, or of four base64 digits. */
  #rest = '';
  readonly #decoder = new TextDecoder();

  /** The next piece of the recording; empty when this piece of the file has nothing of it. */
  push(chunk: string): string {
    if (this.#state === 'no page') return chunk;
    if (this.#state === 'after the data') return '';
    const text = this.#rest + chunk;
    switch (this.#state) {
      case 'undecided':
        return this.#decide(text, ENOUGH);
      case 'before the data':
        return this.#find(text);
      default:
        return this.#data(text);
    }
  }

  /** What is left when the file ends. */
  end(): string {
    return this.#state === 'undecided' ? this.#decide(this.#rest, 0) : '';
  }

  #decide(text: string, enough: number): string {
    const start = text.trimStart();
    if (start.startsWith('<') && start.length < enough) {
      this.#rest = text;
      return '';
    }
    if (start === '') return text;
    this.#rest = '';
    this.#state = /^<(?:!doctype html|html|!--)/i.test(start) ? 'before the data' : 'no page';
    return this.push(text);
  }

  #find(text: string): string {
    const link = LINK.exec(text);
    if (link === null) {
      this.#rest = text.slice(-MAX_LINK);
      return '';
    }
    this.#state = 'in the data';
    return this.#data(text.slice(link.index + link[0].length));
  }

  #data(text: string): string {
    const quote = text.indexOf('"');
    if (quote >= 0) this.#state = 'after the data';
    const digits = text.slice(0, quote < 0 ? text.length : quote).replace(/\s+/g, '');
    const whole = quote < 0 ? digits.length - (digits.length % 4) : digits.length;
    this.#rest = digits.slice(whole);
    const bytes = bytesOf(digits.slice(0, whole));
    // What is not base64 ends the recording, which is then cut off.
    if (bytes === null) this.#state = 'after the data';
    return bytes === null ? '' : this.#decoder.decode(bytes, { stream: quote < 0 });
  }
}

function bytesOf(digits: string): Uint8Array | null {
  let latin: string;
  try {
    latin = atob(digits);
  } catch {
    return null;
  }
  const bytes = new Uint8Array(latin.length);
  for (let at = 0; at < latin.length; at += 1) bytes[at] = latin.charCodeAt(at);
  return bytes;
}
