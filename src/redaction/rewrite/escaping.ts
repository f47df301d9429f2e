import { BACKSLASH, ENTITY, type Layer, PERCENT, QUOTED } from '../layers.ts';

/** A character of a decoded text, and how it was written. */
export interface Unit {
  readonly text: string;
  readonly written: string;
}

/** A way to escape single characters, in both directions. */
export interface Escape {
  readonly layer: Layer;
  /** Escapes a text as another text was escaped: the same characters, in the same manner. */
  readonly encode: (text: string, like: readonly Unit[]) => string;
}

/** The decoded characters of a text; null when nothing in it is escaped. */
export function unescaped({ layer }: Escape, text: string): readonly Unit[] | null {
  const units: Unit[] = [];
  let done = 0;
  for (const { 0: run, index } of text.matchAll(layer.pattern)) {
    for (const character of text.slice(done, index)) units.push(plain(character));
    for (const [one, from, to] of layer.units(run)) {
      units.push({ text: one, written: run.slice(from, to) });
    }
    done = index + run.length;
  }
  if (units.every(({ text: one, written }) => one === written)) return null;
  for (const character of text.slice(done)) units.push(plain(character));
  return units;
}

const plain = (text: string): Unit => ({ text, written: text });

type Spell = (character: string, like: string) => string;

/** Writes one text as another: at equal length each character as its counterpart. */
function encoderOf(spell: Spell, needed: RegExp): Escape['encode'] {
  return (text, like) => {
    const characters = [...text];
    const bare = new Set(like.filter((unit) => unit.text === unit.written).map((one) => one.text));
    const escaped = new Map(
      like.filter((unit) => unit.text !== unit.written).map((unit) => [unit.text, unit.written]),
    );
    const sample = escaped.values().next().value ?? '';
    const isAligned = characters.length === like.length;
    return characters
      .map((character, index) => {
        const unit = isAligned ? like[index] : undefined;
        if (unit?.text === character) return unit.written;
        if (unit && unit.text !== unit.written) return spell(character, unit.written);
        const known = escaped.get(character);
        if (known !== undefined && !bare.has(character)) return known;
        return needed.test(character) && !bare.has(character)
          ? spell(character, sample)
          : character;
      })
      .join('');
  };
}

const encoder = new TextEncoder();

/** RFC 3986 section 2.1. */
export function percentEncoded(character: string): string {
  return [...encoder.encode(character)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)
    .join('');
}

function percent(character: string, like: string): string {
  const encoded = percentEncoded(character);
  return /%[0-9A-F]?[a-f]/.test(like) ? encoded.toLowerCase() : encoded;
}

function backslash(character: string, like: string): string {
  const units = [...Array(character.length).keys()].map((index) => character.charCodeAt(index));
  if (/^\\x/.test(like) && units.every((unit) => unit < 0x100)) {
    return units.map((unit) => `\\x${unit.toString(16).padStart(2, '0')}`).join('');
  }
  if (/^\\u/.test(like)) return units.map(unicode).join('');
  return /["\\/]/.test(character)
    ? `\\${character}`
    : /[a-z0-9]/i.test(character)
      ? character
      : units.map(unicode).join('');
}

const unicode = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;

function entity(character: string, like: string): string {
  const code = character.codePointAt(0) ?? 0;
  return /^&#x/i.test(like) ? `&#x${code.toString(16)};` : `&#${code};`;
}

/** RFC 3986 section 2.1. */
export const PERCENTS: Escape = {
  layer: PERCENT,
  encode: encoderOf(percent, /[^A-Za-z0-9._~-]/),
};

/** RFC 8259 section 7. */
export const BACKSLASHES: Escape = {
  layer: BACKSLASH,
  encode: encoderOf(backslash, /["\\\u0000-\u001F]/),
};

/** HTML standard, "character references". */
export const ENTITIES: Escape = { layer: ENTITY, encode: encoderOf(entity, /[&<>"']/) };

/** RFC 2045 section 6.7. A line that was broken becomes a whole one. */
const QUOTED_BYTES: Escape = {
  layer: QUOTED,
  encode: encoderOf((character) => percentEncoded(character).replaceAll('%', '='), /[^ -<>-~]/),
};

export const ESCAPES: readonly Escape[] = [PERCENTS, BACKSLASHES, ENTITIES, QUOTED_BYTES];
