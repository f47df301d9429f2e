const MAX_TEXT = 4_000_000;
const RUN = /[\w.~-]{16,}/g;
/** Access tokens and codes of providers that mark them. */
const MARKED =
  /^(?:gh[oprsu]_|github_pat_|xox[abeprs]-|ya29\.|ac_|rt_|sk_|pk_live|whsec_|glpat-|shp(?:at|ca|ss)_|sbp_|AKIA|ASIA)/;

/** A secret that gives itself away by its shape. */
export interface ShapedSecret {
  readonly value: string;
  readonly shape: 'jwt' | 'token';
  /** Where it begins in the text. */
  readonly start: number;
}

/** JSON Web Tokens and tokens with a provider's mark, wherever they stand in a text. */
export function shapedSecrets(text: string): readonly ShapedSecret[] {
  const bounded = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  const found: ShapedSecret[] = [];
  for (const { 0: run, index } of bounded.matchAll(RUN)) {
    const from = run.indexOf('eyJ');
    const jwt = from < 0 ? '' : withoutFullStop(run.slice(from));
    if (jwt.length >= 16 && jwt.includes('.')) {
      found.push({ value: jwt, shape: 'jwt', start: index + from });
    } else if (MARKED.test(run)) {
      found.push({ value: withoutFullStop(run), shape: 'token', start: index });
    }
  }
  return found;
}

/** Whether a value as a whole has the shape of a secret. */
export function isShapedSecret(value: string): boolean {
  if (!/^[\w.~-]{16,}$/.test(value)) return false;
  const [first] = shapedSecrets(value);
  return first?.start === 0;
}

/** A full stop at the end belongs to the sentence. */
export function withoutFullStop(run: string): string {
  let end = run.length;
  while (end > 0 && run[end - 1] === '.') end -= 1;
  return run.slice(0, end);
}
