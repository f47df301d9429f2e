import { type Units, unitsOf, utf8Of } from './units.ts';

/** How a text writes characters that mean something to it. */
export type Escape = (units: Units) => number[];

const SHORT_JSON = new Map([...'\b\f\n\r\t"\\'].map((one, index) => [one, 'bfnrt"\\'[index]]));
const NAMED = new Map(Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;' }));

/** Upper or lower case makes a difference only where base64 hides it. */
type Case = 'upper' | 'lower';

const hex = (value: number, digits: number, letters: Case = 'lower'): string => {
  const written = value.toString(16).padStart(digits, '0');
  return letters === 'upper' ? written.toUpperCase() : written;
};
const keeps = (kept: string) => {
  const stay = new Set(kept);
  return (character: string) => /^[A-Za-z0-9]$/.test(character) || stay.has(character);
};

/** Writes code by code. What is written for ASCII and bytes is computed once. */
function escapeOf(
  write: (character: string, code: number) => string,
  codesOf: (units: Units) => Units = (units) => units,
): Escape {
  const table: Units[] = [];
  for (let code = 0; code < 256; code += 1) {
    table.push(unitsOf(write(String.fromCharCode(code), code)));
  }
  return (units) => {
    const written: number[] = [];
    for (const code of codesOf(units)) {
      const known = table[code] ?? unitsOf(write(String.fromCharCode(code), code));
      for (const unit of known) written.push(unit);
    }
    return written;
  };
}

/** Percent-encoding (RFC 3986 section 2.1, WHATWG URL). Letters, digits and `kept` stay. */
export function percent(kept: string, space = '%20', letters: Case = 'upper'): Escape {
  const stays = keeps(kept);
  const write = (character: string, byte: number): string => {
    if (character === ' ') return space;
    return stays(character) ? character : `%${hex(byte, 2, letters)}`;
  };
  return escapeOf(write, utf8Of);
}

/** Percent-encoding of every byte. */
export function percentAll(letters: Case, bytesOf: (units: Units) => Units = utf8Of): Escape {
  return escapeOf((_, byte) => `%${hex(byte, 2, letters)}`, bytesOf);
}

/**
 * A JSON string (RFC 8259 section 7). Some serializers write more characters as `\u`, or all that
 * are not ASCII.
 */
export function json(
  byNumber: string,
  isAscii: boolean,
  slash = '/',
  letters: Case = 'lower',
): Escape {
  return escapeOf((character, unit) => {
    const asNumber = `\\u${hex(unit, 4, letters)}`;
    if (byNumber.includes(character) || (isAscii && unit > 126)) return asNumber;
    const short = SHORT_JSON.get(character);
    if (short !== undefined) return `\\${short}`;
    if (unit < 32) return asNumber;
    return character === '/' ? slash : character;
  });
}

/** Every code unit by its number: `\u0061`, `\x61`, `&#97;`, `&#x61;`. */
export function numbered(before: string, base: 10 | 16, digits: number, after = ''): Escape {
  return escapeOf((_, unit) => before + unit.toString(base).padStart(digits, '0') + after);
}

/** `\x26` in scripts. Letters, digits and `kept` stay. */
export function scriptHex(kept: string): Escape {
  const stays = keeps(kept);
  return escapeOf((character, unit) =>
    stays(character) || unit > 255 ? character : `\\x${hex(unit, 2)}`,
  );
}

/** HTML or XML. Writers differ in quotes and in what they write by number. */
export function markup(byNumber: string, apostrophe: string, quote = '&quot;'): Escape {
  return escapeOf((character, unit) => {
    if (character === "'") return apostrophe;
    if (character === '"') return quote;
    if (byNumber.includes(character)) return `&#x${unit.toString(16)};`;
    return NAMED.get(character) ?? character;
  });
}

/** HTML in which everything but letters, digits, blanks and `kept` is a number. */
export function markupNumbers(kept: string, base: 10 | 16): Escape {
  const stays = keeps(`${kept} `);
  const write = (character: string, point: number): string =>
    stays(character) ? character : `&#${base === 16 ? 'x' : ''}${point.toString(base)};`;
  return (units) =>
    [...String.fromCharCode(...units)].flatMap((character) =>
      unitsOf(write(character, character.codePointAt(0) ?? 0)),
    );
}

/** Quoted-printable (RFC 2045 section 6.7) without its line breaks. Headers write `_` for a blank. */
export function quotedPrintable(blank: string): Escape {
  const write = (character: string, byte: number): string => {
    if (character === ' ') return blank;
    return byte > 126 || byte < 32 || byte === 61 ? `=${hex(byte, 2, 'upper')}` : character;
  };
  return escapeOf(write, utf8Of);
}
