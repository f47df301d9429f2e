import { CLAIM_NAMES } from './claim-names.ts';
import { headerFieldSecrecy } from './header-fields.ts';
import { parameterEntry } from './parameters.ts';
import { isHidden, type Secrecy } from './secrecy-class.ts';
import { isShapedSecret } from './secret-shapes.ts';
import { isDescribing, isTelling } from './telling-names.ts';

/** How a value may be shown and shared, and why. */
export interface Classified {
  readonly secrecy: Secrecy;
  /** The registered name; null when only the form of name or value decided. */
  readonly name: string | null;
}

const UNKNOWN: Classified = { secrecy: 'unknown', name: null };
const SECRET: Classified = { secrecy: 'secret', name: null };
/** RFC 8259 section 3: values that cannot be secret, whatever their name suggests. */
const LITERAL = /^(?:true|false|null)$/;
/** The code of an error in a form of the server's own; authorization codes are longer. */
const ERROR_CODE = /^[\w.:-]{1,40}$/;
/** RFC 7518 section 6: members that make a JWK a private or a symmetric key. */
const PRIVATE_KEY = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth']);

/** `refreshToken` and `user[refresh_token]` as `refresh_token`. */
function spellings(name: string): { readonly bare: string; readonly snake: string } {
  if (!/[A-Z\]]/.test(name)) return { bare: name, snake: name.toLowerCase() };
  const bare = /\[([^\]]{1,64})\]$/.exec(name)?.[1] ?? name;
  return { bare, snake: bare.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase() };
}

function registered(name: string): Classified | null {
  const secrecy = parameterEntry(name)?.secrecy ?? CLAIM_NAMES.get(name);
  return secrecy === undefined ? null : { secrecy, name };
}

/** The class of a parameter, claim or JSON member by its name alone, in any spelling. */
export function classifyName(name: string): Classified {
  const { bare, snake } = spellings(name);
  const known = registered(bare) ?? registered(bare.toLowerCase()) ?? registered(snake);
  return known ?? (isTelling(snake) ? SECRET : UNKNOWN);
}

/**
 * The class of a parameter, claim or JSON member. A value with the form of a token is secret under
 * any name.
 */
export function classifyParameter(name: string, value: string): Classified {
  const byName = classifyName(name);
  if (isHidden(byName.secrecy)) {
    return byName.name === null && LITERAL.test(value) ? UNKNOWN : byName;
  }
  return isShapedSecret(value) ? SECRET : byName;
}

/** The place of a JSON member. */
export interface MemberPlace {
  /** The class of the outermost object around it that has one. */
  readonly outer: Classified | null;
  /** Whether it is a member of a JSON Web Key. */
  readonly ofKey: boolean;
  /** Whether it is a member of an object that describes an error. */
  readonly ofError?: boolean;
}

/**
 * The class of a JSON member. A name without a class inherits the class of the object around it.
 */
export function classifyMember(
  name: string,
  value: string,
  { outer, ofKey, ofError = false }: MemberPlace,
): Classified {
  if (ofKey && PRIVATE_KEY.has(name)) return SECRET;
  if (ofError && name === 'code' && ERROR_CODE.test(value)) return UNKNOWN;
  const own = classifyParameter(name, value);
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
