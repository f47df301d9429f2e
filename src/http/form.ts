import { percentDecoded } from './percent.ts';

/** One name-value pair, decoded, and its value as sent. */
export interface FormPair {
  readonly name: string;
  readonly value: string;
  /** Before percent-decoding. */
  readonly raw: string;
}

/** An OAuth message never has more pairs; reading more would only take time. */
const MAX_PAIRS = 1_000;

/** Decodes one name or value of a form (URL Standard section 5.1). Never throws. */
export function formDecoded(text: string): string {
  return percentDecoded(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/**
 * Parses `application/x-www-form-urlencoded` text (URL Standard 5.1), keeping order, repetition and
 * the raw value. Never throws; reads at most 1,000 pairs.
 */
export function parseForm(text: string): FormPair[] {
  const pairs: FormPair[] = [];
  if (text === '') return pairs;
  for (const part of text.split('&', MAX_PAIRS)) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const raw = equals < 0 ? '' : part.slice(equals + 1);
    pairs.push({ name: formDecoded(name), value: formDecoded(raw), raw });
  }
  return pairs;
}
