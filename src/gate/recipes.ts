import {
  type Escape,
  json,
  markup,
  markupNumbers,
  numbered,
  percent,
  percentAll,
  quotedPrintable,
  scriptHex,
} from './character-escapes.ts';
import { type CharacterSet, changedBy } from './character-set.ts';
import { base64Of, hexOf } from './packed.ts';
import { latin1Of, type Units, utf8Of, utf16Of } from './units.ts';

/** One way to write a value: an encoding, after those of `parent`. */
export interface Recipe {
  /** Index in the list; -1 for the value itself. */
  readonly parent: number;
  readonly name: string;
  /** Null when the encoding does not exist for these characters. */
  readonly encode: (units: Units) => number[] | null;
  /** Base64 distinguishes cases; the other encodings do not, or people change the case of a value. */
  readonly isExact: boolean;
  /** The value cannot be seen in the result, so that no character beside it delimits it. */
  readonly isPacked: boolean;
  /** The characters that it changes; null when it changes all. */
  readonly changes: CharacterSet | null;
  /** Recipes whose last encoding is the same have one number. */
  readonly step: number;
  /** Recipes that differ only in the alignment of base64 have one number. */
  readonly family: number;
}

type Step = Omit<Recipe, 'parent' | 'step' | 'family'>;

const STEP = { isExact: false, isPacked: false, changes: null };
const steps = (name: string, ...escapes: readonly Escape[]): readonly Step[] =>
  escapes.map((encode) => ({ ...STEP, name, encode, changes: changedBy(encode) }));

const COMPONENT = "-_.!~*'()";
const PERCENT = steps(
  'percent-encoded',
  percent(COMPONENT),
  percent('-._~'),
  percent('-._*', '+'),
  percent('-._~', '+'),
  percent('-._~/'),
  percent("!$%&'()*+,-./:;=?@[\\]^_`{|}~"),
  percent('!$%&()*+,-./:;=?@[\\]^_`{|}~'),
  percent("!$&'()*+,-./:;=?@[\\]^_`{|}~"),
  percent('!$&()*+,-./:;=?@[\\]^_`{|}~'),
  percent("!$%&'()*+,-./:;=@[\\]^_|~"),
  percent("!$%&'()*+,-._~"),
  percent("!#$&'()*+,-./:;=?@_~"),
  percent("!#$&'*+-./:<=>?@[]^_`{|}~"),
);
const PERCENT_LOWER = steps(
  'percent-encoded',
  percent(COMPONENT, '%20', 'lower'),
  percent('-._~', '%20', 'lower'),
  percent('-._*', '+', 'lower'),
);
const JSON_STRING = steps(
  'JSON-escaped',
  json('', false),
  json('', false, '\\/'),
  json('', true),
  json('', true, '\\/'),
  json('<>&', false),
  json("<>&='", false),
  json('<>&\'"+`', true, '/', 'upper'),
  json('<>&\'"', true, '\\/'),
);
const MARKUP = steps(
  'HTML-escaped',
  markup('', '&#39;'),
  markup('', '&#x27;'),
  markup('', '&apos;'),
  markup('', "'"),
  markup('', "'", '"'),
  markup('', '&#39;', '&#34;'),
  markup('/', '&#x27;'),
  markup('`=', '&#x27;'),
  markup('/`=', '&#39;'),
  markupNumbers('-_.', 10),
  markupNumbers('-_.', 16),
);
const QUOTED_PRINTABLE = steps(
  'quoted-printable',
  quotedPrintable(' '),
  quotedPrintable('=20'),
  quotedPrintable('_'),
);
const SCRIPT = steps(
  'escaped for scripts',
  scriptHex(' -_.'),
  scriptHex(' -_.,;:/?%#[]{}()|~!@$*+^`'),
);

type Bytes = (units: Units) => number[] | null;
const bytewise = (name: string, bytesOf: Bytes, encode: (bytes: Units) => number[]): Step => ({
  ...STEP,
  name,
  encode: (units) => {
    const bytes = bytesOf(units);
    return bytes && encode(bytes);
  },
});
const numbers = (name: string, encode: Escape): Step => ({ ...STEP, name, encode });
const PERCENT_ALL = [
  numbers('percent-encoded', percentAll('upper')),
  numbers('percent-encoded', percentAll('lower')),
  bytewise(
    'percent-encoded',
    latin1Of,
    percentAll('upper', (bytes) => bytes),
  ),
];
const NUMBERS = [
  numbers('JSON-escaped', numbered('\\u', 16, 4)),
  numbers('escaped for scripts', numbered('\\x', 16, 2)),
  numbers('HTML-escaped', numbered('&#', 10, 0, ';')),
  numbers('HTML-escaped', numbered('&#x', 16, 0, ';')),
];

const base64 = (name: string, bytesOf: Bytes, isUrl: boolean): readonly Step[] =>
  [0, 1, 2].map((lead) => ({
    ...bytewise(name, bytesOf, (bytes) => base64Of(bytes, lead, isUrl)),
    isPacked: true,
    isExact: true,
  }));
const hex = (name: string, bytesOf: Bytes, letters: 'lower' | 'upper' = 'lower'): Step => ({
  ...bytewise(name, bytesOf, (bytes) => hexOf(bytes, letters)),
  isPacked: true,
});
const wide =
  (order: 'le' | 'be'): Bytes =>
  (units) =>
    utf16Of(units, order);

const BASE64 = [...base64('base64', utf8Of, false), ...base64('base64url', utf8Of, true)];
const HEX = [hex('hexadecimal', utf8Of), hex('hexadecimal', utf8Of, 'upper')];
const WIDE = [
  ...base64('UTF-16 in base64', wide('le'), false),
  ...base64('UTF-16 in base64', wide('be'), false),
  ...base64('ISO 8859-1 in base64', latin1Of, false),
  hex('UTF-16 in hexadecimal', wide('le')),
  hex('UTF-16 in hexadecimal', wide('be')),
  hex('ISO 8859-1 in hexadecimal', latin1Of),
];

/** Every way to write a value, encodings before those that are made of them. */
export const RECIPES: readonly Recipe[] = allRecipes();

function allRecipes(): readonly Recipe[] {
  const recipes: Recipe[] = [];
  const families = new Map<string, number>();
  const known = new Map<Step, number>();
  const add = (parent: number, group: readonly Step[]): readonly number[] =>
    group.map((one) => {
      const before = recipes[parent];
      const name = before ? `${before.name}, ${one.name}` : one.name;
      const family = families.get(name) ?? families.size;
      families.set(name, family);
      const step = known.get(one) ?? known.size;
      known.set(one, step);
      const isPacked = one.isPacked || (before?.isPacked ?? false);
      return recipes.push({ ...one, parent, name, step, family, isPacked }) - 1;
    });
  const after = (parents: readonly number[], group: readonly Step[]): readonly number[] =>
    parents.flatMap((parent) => add(parent, group));

  const percents = add(-1, [...PERCENT, ...PERCENT_LOWER, ...PERCENT_ALL]);
  const strings = add(-1, JSON_STRING);
  const markups = add(-1, MARKUP);
  const others = [...add(-1, QUOTED_PRINTABLE), ...add(-1, SCRIPT), ...add(-1, NUMBERS)];
  const base64s = add(-1, BASE64);
  const hexes = add(-1, HEX);
  const packed = [...base64s, ...hexes, ...add(-1, WIDE)];
  const escaped = [...percents, ...strings, ...markups, ...others];

  const twice = after(percents, PERCENT.slice(0, 2));
  const thrice = after(twice, PERCENT.slice(0, 1));
  after([...strings, ...markups, ...others, ...packed], PERCENT.slice(0, 2));
  const inStrings = after([...escaped, ...packed], JSON_STRING.slice(0, 1));
  after([...escaped, ...packed, ...twice, ...thrice], JSON_STRING.slice(1, 2));
  after([...twice, ...thrice], JSON_STRING.slice(0, 1));
  after([...strings, ...percents, ...others, ...packed], MARKUP.slice(0, 7));
  after(markups, MARKUP.slice(0, 1));
  after(base64s, QUOTED_PRINTABLE.slice(0, 1));
  // A file inside a file: each of these can be in a HAR whose base64 a page holds.
  after([...escaped, ...base64s, ...hexes, ...twice, ...inStrings], BASE64);
  after([...escaped, ...base64s], HEX);
  return recipes;
}
