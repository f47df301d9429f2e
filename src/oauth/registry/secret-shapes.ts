import { matchesIn } from '../../http/matches.ts';

const MAX_TEXT = 4_000_000;
/** Prefixes of access tokens and codes, from providers that mark them. */
const MARKS =
  'gh[oprsu]_|github_pat_|xox[abeprs]-|ya29\\.|ac_|rt_|sk_|pk_live|whsec_|glpat-|shp(?:at|ca|ss)_|sbp_|AKIA|ASIA';
/** A JWT begins with the base64url of `{"`. */
const CANDIDATE = new RegExp(`eyJ[\\w.~-]{13,}|(?<![\\w.~-])(?:${MARKS})[\\w.~-]+`, 'g');
const SHORTEST = 16;

/** A secret that is recognised by its form. */
export interface ShapedSecret {
  readonly value: string;
  readonly shape: 'jwt' | 'token';
  /** Where it begins in the text. */
  readonly start: number;
}

/** JSON Web Tokens, and tokens with a provider's prefix, anywhere in a text. */
export function shapedSecrets(text: string): readonly ShapedSecret[] {
  if (text.length < SHORTEST) return [];
  const bounded = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  const found: ShapedSecret[] = [];
  for (const { 0: run, index: start } of matchesIn(bounded, CANDIDATE)) {
    const value = withoutFullStop(run);
    if (!run.startsWith('eyJ')) {
      if (run.length >= SHORTEST) found.push({ value, shape: 'token', start });
    } else if (value.length >= SHORTEST && value.includes('.')) {
      found.push({ value, shape: 'jwt', start });
    }
  }
  return found;
}

const BEGINNING = new RegExp(`^(?:eyJ|${MARKS})`);
const OTHER = /[^\w.~-]/;

/** Whether a whole value has the form of a secret. */
export function isShapedSecret(value: string): boolean {
  if (!BEGINNING.test(value) || OTHER.test(value)) return false;
  return shapedSecrets(value).length > 0;
}

const MARK = new RegExp(`^(?:${MARKS})`);

/** The prefix with which a provider marks its tokens; empty when a value has none. */
export function markOf(value: string): string {
  return MARK.exec(value)?.[0] ?? '';
}

/** Removes a full stop at the end, which belongs to the sentence. */
export function withoutFullStop(run: string): string {
  let end = run.length;
  while (end > 0 && run[end - 1] === '.') end -= 1;
  return run.slice(0, end);
}
