import { CLAIM_NAMES } from './claim-names.ts';
import { headerFieldSecrecy } from './header-fields.ts';
import { parameterEntry, registeredNames } from './parameters.ts';
import { looksRandom } from './random-looking.ts';
import { isHidden, type Secrecy } from './secrecy-class.ts';
import { isShapedSecret } from './secret-shapes.ts';
import { isDescribing, isForSupport, isPersonalName, isTelling } from './telling-names.ts';

/** How a value may be shown and shared, and why. */
export interface Classified {
  readonly secrecy: Secrecy;
  /** The registered name; null when only the form of name or value decided. */
  readonly name: string | null;
}

const UNKNOWN: Classified = { secrecy: 'unknown', name: null };
const SECRET: Classified = { secrecy: 'secret', name: null };
const PERSONAL: Classified = { secrecy: 'personal', name: null };
const PUBLIC: Classified = { secrecy: 'public', name: null };
/** RFC 8259 section 3: values that cannot be secret, whatever their name suggests. */
const LITERAL = /^(?:true|false|null)$/;
/** The code of an error in a form of the server's own; authorization codes are longer. */
const ERROR_CODE = /^[\w.:/-]{1,60}$/;
/** The name of an error's class. */
const ERROR_NAME = /^\w*(?:error|exception|fault|failure|invalid|denied|expired)\w*$/i;
/** Two words or more, each with a capital letter. */
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)+$/u;
/** RFC 7518 section 6: members that make a JWK a private or a symmetric key. */
const PRIVATE_KEY = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']);
/** Names of API keys and of much else: their values decide. */
const SOMETIMES_SECRET = new Set(['key', 'hash', 'answer', 'pw', 'psw', 'hmac']);
/** Shorter names mean something else without their separators. */
const MIN_FLAT = 6;

/** `refreshToken` and `user[refresh_token]` as `refresh_token`. */
function spellings(name: string): { readonly bare: string; readonly snake: string } {
  if (!/[A-Z\]:]/.test(name)) return { bare: name, snake: name.toLowerCase() };
  const bare =
    /\[([^\]]{1,64})\]$/.exec(name)?.[1] ?? /^[\w-]{1,20}:([\w-]+)$/.exec(name)?.[1] ?? name;
  return { bare, snake: bare.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase() };
}

function registered(name: string): Classified | null {
  const secrecy = parameterEntry(name)?.secrecy ?? CLAIM_NAMES.get(name);
  return secrecy === undefined ? null : { secrecy, name };
}

/** Registered names of values that reports replace, without separators: `accesstoken`. */
const FLAT: ReadonlyMap<string, string> = new Map(
  [...registeredNames(), ...CLAIM_NAMES.keys()]
    .filter((name) => !['public', 'identifier'].includes(registered(name)?.secrecy ?? 'public'))
    .map((name) => [flat(name), name] as const)
    .filter(([short]) => short.length >= MIN_FLAT),
);

function flat(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function registeredFlat(name: string): Classified | null {
  const known = FLAT.get(flat(name).replace(/^x(?=[a-z]{6})/, ''));
  return known === undefined ? null : registered(known);
}

const byName = new Map<string, Classified>();
const MAX_KNOWN = 5_000;
const MAX_NAME = 200;

/** The class of a parameter, claim or JSON member by its name alone, in any spelling. */
export function classifyName(name: string): Classified {
  const known = byName.get(name);
  if (known !== undefined) return known;
  const found = classifyNewName(name.slice(-MAX_NAME));
  if (byName.size >= MAX_KNOWN) byName.clear();
  if (name.length <= MAX_NAME) byName.set(name, found);
  return found;
}

function classifyNewName(name: string): Classified {
  const { bare, snake } = spellings(name);
  const known =
    registered(bare) ?? registered(bare.toLowerCase()) ?? registered(snake) ?? registeredFlat(bare);
  if (known !== null) return known;
  if (isTelling(snake)) return SECRET;
  if (isPersonalName(snake)) return PERSONAL;
  return isForSupport(snake) ? PUBLIC : UNKNOWN;
}

/**
 * The class of a parameter, claim or JSON member. A value with the form of a token is secret under
 * any name. `ofError`: it stands beside an error. `ofPerson`: beside claims about a user; things have
 * a `name` too.
 */
export function classifyParameter(
  name: string,
  value: string,
  ofError = false,
  ofPerson = false,
): Classified {
  if (ofError && isErrorCode(name, value)) return UNKNOWN;
  const named = classifyName(name);
  const isThing = named.name === 'name' && !ofPerson && !FULL_NAME.test(value);
  const own = isThing ? UNKNOWN : named;
  if (isHidden(own.secrecy)) {
    return own.name === null && LITERAL.test(value) ? UNKNOWN : own;
  }
  if (isShapedSecret(value)) return SECRET;
  const isKey = SOMETIMES_SECRET.has(spellings(name).snake) && looksLikeKey(value);
  return isKey ? SECRET : own;
}

function isErrorCode(name: string, value: string): boolean {
  return /^code$/i.test(name) && ERROR_CODE.test(value) && !looksRandom(value, 12);
}

function looksLikeKey(value: string): boolean {
  return value.length >= 8 && !/\s/.test(value) && (/\d/.test(value) || looksRandom(value, 8));
}

/** The place of a JSON member. */
export interface MemberPlace {
  /** The class of the outermost object around it that has one. */
  readonly outer: Classified | null;
  /** Whether it is a member of a JSON Web Key. */
  readonly ofKey: boolean;
  /** Whether it is a member of an object that describes an error. */
  readonly ofError?: boolean;
  /** Whether it stands beside other claims about a user. */
  readonly ofPerson?: boolean;
}

/**
 * The class of a JSON member. A name without a class inherits the class of the object around it.
 */
export function classifyMember(
  name: string,
  value: string,
  { outer, ofKey, ofError = false, ofPerson = false }: MemberPlace,
): Classified {
  if (ofKey && PRIVATE_KEY.has(name)) return SECRET;
  if (ofError && name === 'name' && ERROR_NAME.test(value)) return UNKNOWN;
  const own = classifyParameter(name, value, ofError, ofPerson);
  if (own.secrecy !== 'unknown' || outer === null || LITERAL.test(value)) return own;
  return isDescribing(spellings(name).snake) ? own : outer;
}

/** The class that an object passes on to its members; null when it has none. */
export function classifyHolder(name: string, { outer, ofKey }: MemberPlace): Classified | null {
  if (ofKey && PRIVATE_KEY.has(name)) return SECRET;
  if (outer !== null) return outer;
  const own = classifyName(name);
  const passesOn = isHidden(own.secrecy) || ['personal', 'traceable'].includes(own.secrecy);
  return passesOn ? own : null;
}

/** The class of a header field's value as a whole. */
export function classifyHeader(name: string, value: string): Classified {
  const field = name.toLowerCase();
  const secrecy = headerFieldSecrecy(field);
  if (secrecy === null) return classifyParameter(field, value);
  if (isHidden(secrecy)) return { secrecy, name: field };
  return isShapedSecret(value) ? SECRET : { secrecy, name: field };
}
