import type { TextLayer } from './text-layer.ts';

/** The data of the link in an HTML report: the recording in base64, up to the quote. */
export class ReportData implements TextLayer {
  #ended = false;
  /** Fewer than four base64 digits. */
  #rest = '';
  readonly #decoder = new TextDecoder();

  push(chunk: string): string {
    if (this.#ended) return '';
    const text = this.#rest + chunk;
    const quote = text.indexOf('"');
    this.#ended = quote >= 0;
    const digits = text.slice(0, quote < 0 ? text.length : quote).replace(/\s+/g, '');
    const whole = quote < 0 ? digits.length - (digits.length % 4) : digits.length;
    this.#rest = digits.slice(whole);
    const bytes = bytesOf(digits.slice(0, whole));
    // What is not base64 ends the recording, which is then cut off.
    if (bytes === null) this.#ended = true;
    return bytes === null ? '' : this.#decoder.decode(bytes, { stream: quote < 0 });
  }

  end(): string {
    return '';
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
