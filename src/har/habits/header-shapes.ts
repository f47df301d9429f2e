import type { Header } from '../../http/exchange.ts';
import { asText, isRecord } from '../loose.ts';
import { pairsOf } from './members.ts';

/** Whether headers are a list of names and values, by its first element. */
export function isHeaderList(headers: unknown): boolean {
  if (!Array.isArray(headers)) return headers === undefined;
  const [first] = headers;
  if (first === undefined || first === null) return true;
  return isRecord(first) && typeof first.name === 'string' && !Array.isArray(first.value);
}

/** Headers that a program wrote as an object, as pairs, as lines or as one text. */
export function headerList(headers: unknown): unknown {
  if (isHeaderList(headers)) return headers;
  if (typeof headers === 'string') return headers.split(/\r?\n/).flatMap(fieldIn);
  if (!Array.isArray(headers)) return pairsOf(headers);
  return headers.flatMap((item) => (typeof item === 'string' ? fieldIn(item) : pairsOf([item])));
}

/** The value of a header field; null when it is not there. */
export function fieldValue(headers: unknown, name: string): string | null {
  for (const header of Array.isArray(headers) ? headers : []) {
    if (isRecord(header) && asText(header.name)?.toLowerCase() === name)
      return asText(header.value);
  }
  return null;
}

/** RFC 9112 section 5; the name of a pseudo-header field begins with a colon. */
function fieldIn(line: string): readonly Header[] {
  const colon = line.indexOf(':', 1);
  if (colon < 0) return [];
  return [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
}
