import type { Exchange } from '../http/exchange.ts';
import { codeCopyIn } from '../oauth/values/code-copy.ts';

/** A request to another origin that carries the code of a callback URL. */
export interface CodeCopy {
  /** Id of the exchange. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly url: string;
  readonly where: 'Referer' | 'URL';
}

/** A page reports itself to few places. */
const MAX_COPIES = 50;
const MAX_CODES = 1_000;

/** Where the codes of callback URLs went, by code. */
export class CodeCopies {
  readonly #codes = new Map<string, Map<string, CodeCopy>>();
  readonly #codeOf = new Map<string, string>();
  readonly #changed: (code: string) => void;

  /** `changed` receives each code whose copies changed. */
  constructor(changed: (code: string) => void) {
    this.#changed = changed;
  }

  add(exchange: Exchange): void {
    const found = codeCopyIn(exchange);
    if (found === null) return;
    const { code, where } = found;
    const copies = this.#codes.get(code) ?? new Map<string, CodeCopy>();
    if (copies.size >= MAX_COPIES || (copies.size === 0 && this.#codes.size >= MAX_CODES)) return;
    const { id, startedAt, request } = exchange;
    copies.set(id, { id, startedAt, url: request.url, where });
    this.#codes.set(code, copies);
    this.#codeOf.set(id, code);
    this.#changed(code);
  }

  remove(id: string): void {
    const code = this.#codeOf.get(id);
    if (code === undefined) return;
    this.#codeOf.delete(id);
    const copies = this.#codes.get(code);
    copies?.delete(id);
    if (copies?.size === 0) this.#codes.delete(code);
    this.#changed(code);
  }

  /** The requests that carried this code to another origin, in time order. */
  of(code: string): readonly CodeCopy[] {
    return [...(this.#codes.get(code)?.values() ?? [])].sort(
      (a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1),
    );
  }
}
