import { beginning } from './visible.ts';

/** Characters of a part. The browser draws as much without a pause that people notice. */
const PART = 16_000;
/** Characters at the end of a part in which a gap between two values is sought. */
const SLACK = 2_000;
const GAPS = new Set('\n "&,');

/** The beginning of a text in parts that are drawn one by one. No part ends inside a value, if possible. */
export function partsOf(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (parts.length < most && start < text.length) {
    const part = cut(beginning(text.slice(start, start + PART + 1), PART), text.length - start);
    parts.push(part);
    start += part.length;
  }
  return parts;
}

function cut(part: string, left: number): string {
  if (part.length === left) return part;
  for (let end = part.length; end > part.length - SLACK; end -= 1) {
    if (GAPS.has(part.charAt(end - 1))) return part.slice(0, end);
  }
  return part;
}
