import { asText, isRecord } from './loose.ts';

/** Brands of User-Agent Client Hints, the most specific first: each browser also names Chromium. */
const BRANDS: readonly (readonly [hint: string, name: string])[] = [
  ['Microsoft Edge', 'Microsoft Edge'],
  ['Opera', 'Opera'],
  ['Brave', 'Brave'],
  ['Google Chrome', 'Chrome'],
  ['Chromium', 'Chromium'],
];

/**
 * The Chromium browser that sent a request, with its major version: from `Sec-CH-UA` (User-Agent
 * Client Hints section 3.1), else from the end of `User-Agent`.
 */
export function chromiumBrand(entry: unknown): string | null {
  const request = isRecord(entry) && isRecord(entry.request) ? entry.request : {};
  let agent = '';
  for (const header of Array.isArray(request.headers) ? request.headers : []) {
    if (!isRecord(header)) continue;
    const name = asText(header.name)?.toLowerCase();
    const value = (asText(header.value) ?? '').slice(0, 500);
    if (name === 'sec-ch-ua') {
      const brand = brandOfHints(value);
      if (brand) return brand;
    } else if (name === 'user-agent') agent = value;
  }
  const edge = /\bEdg\/(\d+)/.exec(agent);
  return edge ? `Microsoft Edge ${edge[1]}` : null;
}

function brandOfHints(hints: string): string | null {
  for (const [hint, name] of BRANDS) {
    const version = new RegExp(`"${hint}";v="(\\d+)"`).exec(hints)?.[1];
    if (version) return `${name} ${version}`;
  }
  return null;
}
