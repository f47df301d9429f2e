/** One name-value pair, decoded, and its value as it stood on the wire. */
export interface FormPair {
  readonly name: string;
  readonly value: string;
  /** Before percent-decoding. */
  readonly raw: string;
}

/** More pairs than this are not OAuth but an attack on the reader. */
const MAX_PAIRS = 1_000;

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return decodeLeniently(spaced);
  }
}

function decodeLeniently(text: string): string {
  const pair = new URLSearchParams(`v=${text.replaceAll('&', '%26').replaceAll('+', '%2B')}`);
  return pair.get('v') ?? text;
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
    pairs.push({ name: decode(name), value: decode(raw), raw });
  }
  return pairs;
}
