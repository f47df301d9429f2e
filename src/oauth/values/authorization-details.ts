import { type JsonObject, jsonText } from './json.ts';

/** One kind of access that is requested or granted (RFC 9396 section 2). */
export interface AuthorizationDetail {
  /** Null when it is missing, which RFC 9396 forbids. */
  readonly type: string | null;
  /** RFC 9396 section 2.2, in the order in which they were sent; lists of strings are joined. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** A request with more of them than this is not made for a user to read. */
const MAX_DETAILS = 50;

/** The parts of `authorization_details`; null when it is not a JSON list of objects. */
export function readAuthorizationDetails(text: string): readonly AuthorizationDetail[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(value) || !value.every(isObject)) return null;
  return value.slice(0, MAX_DETAILS).map(({ type, ...rest }) => ({
    type: typeof type === 'string' ? type : null,
    fields: Object.entries(rest).map(([name, field]) => ({ name, value: textOf(field) })),
  }));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const words = Array.isArray(value) && value.every((one) => typeof one === 'string');
  return words ? (value as string[]).join(', ') : jsonText(value);
}
