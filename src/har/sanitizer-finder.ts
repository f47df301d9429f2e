import type { Gap } from '../http/exchange.ts';
import type { HarEntryLike } from './entry.ts';
import { isRecord, type Loose } from './loose.ts';
import type { Sanitizer } from './sanitizer.ts';

const files = import.meta.glob<Sanitizer>('./sanitizers/*.ts', { eager: true, import: 'default' });
const SANITIZERS = Object.values(files);

/** Entries that are searched, because the first ones may hold nothing that is replaced. */
const MAX_LOOKS = 500;

/** Finds out whether a sanitizer changed a document: by its signature, else by its marks. */
export class SanitizerFinder {
  #found: Sanitizer | null = null;
  #looks = 0;

  signed(creator: string): void {
    this.#found = SANITIZERS.find((one) => one.creator?.test(creator)) ?? this.#found;
  }

  look(entry: HarEntryLike): void {
    if (this.#found !== null || this.#looks >= MAX_LOOKS) return;
    this.#looks += 1;
    for (const text of textsOf(entry)) {
      this.#found = SANITIZERS.find((one) => one.leavesMark(text)) ?? null;
      if (this.#found !== null) return;
    }
  }

  /** The gap that names the sanitizer. */
  get gaps(): readonly Gap[] {
    if (this.#found === null) return [];
    const { name, hides } = this.#found;
    const text = `This file went through ${name}. ${hides}`;
    return [{ kind: 'sanitized-file', text, at: null }];
  }
}

/** Where sanitizers replace values. */
function* textsOf(entry: HarEntryLike): Generator<string> {
  const request = recordOf(entry.request);
  const response = recordOf(entry.response);
  const headers = [request.headers, response.headers].flatMap(valuesOf);
  const bodies = [recordOf(request.postData).text, recordOf(response.content).text];
  for (const text of [request.url, ...headers, ...bodies]) if (typeof text === 'string') yield text;
}

function recordOf(value: unknown): Loose {
  return isRecord(value) ? value : {};
}

function valuesOf(headers: unknown): readonly unknown[] {
  return Array.isArray(headers) ? headers.map((header) => recordOf(header).value) : [];
}
