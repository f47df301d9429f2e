import type { JsonObject } from './json.ts';

/** Names under which servers put what error and error_description are for. */
const NAMES = [
  'message',
  'error_message',
  'errorMessage',
  'errorSummary',
  'error_description',
  'msg',
  'detail',
  'title',
  'description',
  'type',
  'code',
  'errorCode',
  'error_code',
  'suberror',
];

/** One member that says what went wrong. */
export interface ErrorMember {
  readonly name: string;
  readonly value: string | number;
}

/** The members of an object that say what went wrong, in the order in which they help most. */
export function errorMembers(value: unknown): readonly ErrorMember[] {
  if (typeof value !== 'object' || value === null) return [];
  const object = value as JsonObject;
  return NAMES.flatMap((name) => {
    const found = Object.hasOwn(object, name) ? object[name] : undefined;
    const said = typeof found === 'number' || (typeof found === 'string' && found !== '');
    return said ? [{ name, value: found }] : [];
  });
}
