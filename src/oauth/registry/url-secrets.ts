import { type FormPair, parseForm } from '../../http/form.ts';
import { fragmentOf, parseUrl, queryOf } from '../../http/url.ts';
import { classifyParameter } from './secrecy.ts';
import { isHidden } from './secrecy-class.ts';

/** URLs inside parameters of URLs are followed to this depth. */
const MAX_DEPTH = 3;

/**
 * The hidden parameters of a URL: in its query, in its fragment, and in URLs inside its parameters.
 */
export function urlSecrets(url: string, depth = 0): readonly FormPair[] {
  return [queryOf(url), fragmentOf(url)].flatMap((text) => formSecrets(text, depth));
}

/**
 * The hidden parameters of urlencoded text, including those in URLs inside its other parameters.
 */
export function formSecrets(text: string, depth = 0): readonly FormPair[] {
  const pairs = parseForm(text);
  const ofError = hasError(pairs);
  return pairs.flatMap((pair) => {
    if (isHidden(classifyParameter(pair.name, pair.value, ofError).secrecy)) return [pair];
    return depth < MAX_DEPTH && /[?#]/.test(pair.value) ? urlSecrets(pair.value, depth + 1) : [];
  });
}

/** Whether parameters report an error: a `code` beside it is the code of the error. */
export function hasError(pairs: readonly FormPair[]): boolean {
  return pairs.some(
    ({ name, value }) => /^error(?:_message|_description|_code)?$/.test(name) && value !== '',
  );
}

/**
 * The password in the user information of a URL (RFC 3986 section 3.2.1), percent-encoded; empty
 * when there is none.
 */
export function urlPassword(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*:[^/?#]*@/i.test(url)
    ? (parseUrl(url)?.password ?? '')
    : '';
}
