import type { Body } from '../../http/exchange.ts';

/**
 * Whether the text that a page tells of may be the body that the browser recorded. Browsers may rebuild
 * a form in another order. What is not known is no difference.
 */
export function mayBeSameForm(told: string | null, body: Body | null): boolean {
  if (told === null || !body || 'unknown' in body) return true;
  return told === body.text || sorted(told) === sorted(body.text);
}

function sorted(text: string): string {
  const form = new URLSearchParams(text);
  form.sort();
  return form.toString();
}
