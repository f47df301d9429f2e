import type { Hit } from '../../../src/search/search-recording.ts';
import { hitString } from '../../../src/search/search-recording.ts';
import { isSecret, isSecretHeader, masked } from './masking.ts';
import { visible } from './visible.ts';

const BEFORE = 16;
const AFTER = 80;

/** A hit with a little text around it. Nothing hidden is in it. */
export interface Excerpt {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** Whether the value that a hit stands in is hidden as a whole. */
function isHiddenValue({ text: { place, name, forms }, at }: Hit): boolean {
  if (at === 'name') return false;
  const value = forms[0] ?? '';
  if (place.endsWith('header')) return isSecretHeader({ name, value });
  return (place === 'parameter' || place === 'token' || name !== '') && place !== 'finding'
    ? isSecret(name, value)
    : false;
}

interface Cut {
  readonly start: number;
  readonly end: number;
}

/** The places of secrets near the hit. */
function secretsAround(text: string, { start, end }: Cut, secrets: readonly string[]): Cut[] {
  return secrets.flatMap((secret) => {
    const from = Math.max(0, start - BEFORE - secret.length);
    const near = text.slice(from, end + AFTER + secret.length);
    const cuts: Cut[] = [];
    for (let at = near.indexOf(secret); at >= 0; at = near.indexOf(secret, at + secret.length)) {
      cuts.push({ start: from + at, end: from + at + secret.length });
    }
    return cuts;
  });
}

function overlaps(a: Cut, b: Cut): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the match itself is hidden in the panel until the user reveals it. */
export function isHiddenHit(hit: Hit, secrets: readonly string[]): boolean {
  if (isHiddenValue(hit)) return true;
  return secretsAround(hitString(hit), hit, secrets).some((cut) => overlaps(cut, hit));
}

/** A part of a text with its secrets replaced. */
function without(text: string, part: Cut, cuts: readonly Cut[]): string {
  let shown = '';
  let at = part.start;
  for (const cut of cuts.toSorted((a, b) => a.start - b.start)) {
    if (cut.end <= at || cut.start >= part.end) continue;
    shown += text.slice(at, Math.max(cut.start, at)) + masked(text.slice(cut.start, cut.end));
    at = cut.end;
  }
  return visible(shown + text.slice(at, Math.max(part.end, at)));
}

/** A hit with the text around it. A hidden value stays hidden. */
export function hitExcerpt(hit: Hit, secrets: readonly string[]): Excerpt {
  const text = hitString(hit);
  if (isHiddenValue(hit)) {
    return { before: '', match: masked(hit.text.forms[0] ?? ''), after: '' };
  }
  const cuts = secretsAround(text, hit, secrets);
  const inside = cuts.find((cut) => overlaps(cut, hit));
  const match = inside ?? { start: hit.start, end: Math.min(hit.end, hit.start + 200) };
  const from = Math.max(0, match.start - BEFORE);
  const to = Math.min(text.length, match.end + AFTER);
  return {
    before: `${from > 0 ? '…' : ''}${without(text, { start: from, end: match.start }, cuts)}`,
    match: inside
      ? masked(text.slice(inside.start, inside.end))
      : visible(text.slice(match.start, match.end)),
    after: `${without(text, { start: match.end, end: to }, cuts)}${to < text.length ? '…' : ''}`,
  };
}
