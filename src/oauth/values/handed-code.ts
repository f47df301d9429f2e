import type { ExchangeView } from '../exchange-view.ts';
import { formParams } from './params.ts';

/** Names under which applications pass an authorization code on to their back end. */
const NAME = /(?:^|[a-z_-])code$/i;
const NO_CODE = /verif|challenge|country|postal|zip|status|error|currency|promo|lang|user_?code/i;
/** A page that sends its whole URL, as the only thing or almost, wants it processed. */
const IN_URL = /^[^\s"{]*[?&#]code=([^&#\s"]{8,4096})/;
const ALMOST_ALONE = 2;
const SHORTEST = 8;
const DEEPEST = 4;
const MAX_MEMBERS = 100;
const MAX_CODES = 4;

/**
 * The values of a request that may be an authorization code: parameters with such a name, members
 * of nested JSON, and the callback URL as a whole. Only a value equal to a known code counts.
 */
export function codesIn({ body, bodyFormat, query }: ExchangeView): readonly string[] {
  const found = new Set<string>();
  const add = (name: string, value: string): void => {
    if (NAME.test(name) && !NO_CODE.test(name) && value.length >= SHORTEST) found.add(value);
  };
  for (const { name, value } of [...query.pairs, ...body.pairs].slice(0, MAX_MEMBERS)) {
    if (bodyFormat === 'json' && /^\s*[{[]/.test(value)) strings(value, add);
    else add(name, value);
  }
  if (body.pairs.length <= ALMOST_ALONE) {
    for (const { value } of body.pairs) {
      const code = formParams(`code=${IN_URL.exec(value)?.[1] ?? ''}`).get('code');
      if (code) found.add(code);
    }
  }
  return [...found].slice(0, MAX_CODES);
}

/** Calls `add` for the strings inside JSON text, not deeper than real requests nest them. */
function strings(text: string, add: (name: string, value: string) => void): void {
  let left = MAX_MEMBERS;
  const walk = (name: string, value: unknown, depth: number): void => {
    left -= 1;
    if (left < 0 || depth > DEEPEST) return;
    if (typeof value === 'string') add(name, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value).slice(0, MAX_MEMBERS)) {
        walk(key, inner, depth + 1);
      }
    }
  };
  try {
    walk('', JSON.parse(text), 0);
  } catch {
    // Text that only begins like JSON has no members.
  }
}
