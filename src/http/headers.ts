import type { Header } from './exchange.ts';

/** The values of every field of that name, in order; names compare without case (RFC 9110 5.1). */
export function headerValues(headers: readonly Header[], name: string): string[] {
  const found: string[] = [];
  const wanted = name.toLowerCase();
  for (const header of headers) {
    if (header.name.length === wanted.length && header.name.toLowerCase() === wanted) {
      found.push(header.value);
    }
  }
  return found;
}

/** The first value of that field, or null when the field is absent. */
export function headerValue(headers: readonly Header[], name: string): string | null {
  const wanted = name.toLowerCase();
  for (const header of headers) {
    if (header.name.length === wanted.length && header.name.toLowerCase() === wanted) {
      return header.value;
    }
  }
  return null;
}
