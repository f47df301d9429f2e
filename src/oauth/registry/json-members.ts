import {
  type Classified,
  classifyHolder,
  classifyMember,
  classifyParameter,
  type MemberPlace,
} from './secrecy.ts';

/** A string or number in JSON, under the name of the member that holds it. */
export interface JsonMember extends Classified {
  readonly member: string;
  readonly text: string;
}

const MAX_DEPTH = 64;
/** Claims beside which `name` is the name of a user (OpenID Connect Core section 5.1). */
const OF_PERSON =
  'sub email mail given_name family_name preferred_username nickname upn oid userPrincipalName first_name last_name username'.split(
    ' ',
  );
/** Members beside which `code` is the code of an error (RFC 9457 and forms of servers' own). */
const SAYS_ERROR =
  'error errors message error_description errorMessage error_message msg detail errorSummary reason'.split(
    ' ',
  );

/**
 * Every string and number of parsed JSON with its class. Elements of a list have the name of the
 * list.
 */
export function jsonMembers(json: unknown, member = ''): Generator<JsonMember> {
  return membersOf(json, { member, outer: null, ofKey: false }, 0);
}

/** Members of an error that describe it further: GraphQL has its code in `extensions`. */
const IN_ERROR = /^(?:extensions|details|inner_?error)$/i;

interface NamedPlace extends MemberPlace {
  readonly member: string;
}

function* membersOf(json: unknown, place: NamedPlace, depth: number): Generator<JsonMember> {
  const { member } = place;
  if (depth > MAX_DEPTH) return;
  if (typeof json === 'string' || typeof json === 'number') {
    const text = String(json);
    yield { member, text, ...classifyMember(member, text, place) };
  } else if (Array.isArray(json)) {
    for (const one of json) yield* membersOf(one, place, depth + 1);
  } else if (typeof json === 'object' && json !== null) {
    // The name of the whole text says nothing about its members.
    const outer = depth === 0 ? null : classifyHolder(member, place);
    const ofKey = 'kty' in json;
    const ofError =
      /^errors?$/i.test(member) ||
      (place.ofError === true && IN_ERROR.test(member)) ||
      SAYS_ERROR.some((name) => isFilled(json, name));
    // A name beside a version is that of a program.
    const isProgram = 'version' in json && typeof json.version === 'string';
    const ofPerson =
      outer?.secrecy === 'personal' || OF_PERSON.some((name) => isFilled(json, name));
    for (const [name, value] of Object.entries(json)) {
      if (isProgram && name === 'name' && typeof value === 'string') {
        yield { member: name, text: value, secrecy: 'public', name: null };
      } else yield* membersOf(value, { member: name, outer, ofKey, ofError, ofPerson }, depth + 1);
    }
  }
}

function isFilled(json: object, name: string): boolean {
  const value = Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : null;
  return typeof value === 'string' ? value !== '' : typeof value === 'object' && value !== null;
}

const MEMBER = /"([^"\\]{1,100})"\s{0,10}:\s{0,10}"((?:[^"\\]|\\[^\n]){1,20000})/g;

/** Members with a string value that can still be read in JSON that is truncated or damaged. */
export function* damagedJsonMembers(text: string): Generator<JsonMember> {
  for (const [, member = '', value = ''] of text.matchAll(MEMBER)) {
    yield { member, text: value, ...classifyParameter(member, value) };
  }
}
