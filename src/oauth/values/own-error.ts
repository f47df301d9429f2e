import { type JsonObject, stringMember } from './json.ts';

/** A refusal in the shape of an application, an API or a gateway. */
export interface OwnError {
  /** A code or a short name; null when there is none. */
  readonly code: string | null;
  /** A sentence for readers; null when there is none. */
  readonly words: string | null;
}

const WORDS = [
  'error_description',
  'message',
  'error_message',
  'errorMessage',
  'errorSummary',
  'msg',
  'detail',
  'title',
  'reason',
  'description',
];
const CODES = ['error', 'error_code', 'errorCode', 'code', 'type', 'name'];
const INSIDE = ['error', 'errors', 'data', 'detail'];
const DEEPEST = 3;

/** Reads an error that is not in the form of RFC 6749 section 5.2; null when the object has none. */
export function ownErrorOf(json: JsonObject | null, depth = 0): OwnError | null {
  if (json === null) return null;
  const words = firstText(json, WORDS);
  const code = firstText(json, CODES);
  const inner = depth < DEEPEST ? insideOf(json, depth) : null;
  if (words === null && inner?.words) return { code: inner.code ?? code, words: inner.words };
  if (words === null && code === null) return inner;
  return { code: code === words ? null : code, words };
}

/** Whether a successful answer says by itself that it is a refusal. */
export function saysFailure(json: JsonObject | null): boolean {
  if (json === null) return false;
  if (json.success === false || json.ok === false) return true;
  const { error, errors } = json;
  if (typeof error === 'string') return error !== '';
  if (Array.isArray(errors)) return errors.length > 0;
  return typeof error === 'object' && error !== null;
}

function insideOf(json: JsonObject, depth: number): OwnError | null {
  for (const name of INSIDE) {
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    const one: unknown = Array.isArray(value) ? value[0] : value;
    if (Array.isArray(value) && typeof one === 'string') return { code: null, words: one };
    if (typeof one !== 'object' || one === null || Array.isArray(one)) continue;
    const found = ownErrorOf(one as JsonObject, depth + 1);
    if (found) return found;
  }
  return null;
}

function firstText(json: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    const text = stringMember(json, name)?.trim();
    if (text) return text;
  }
  return null;
}
