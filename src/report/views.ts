import { decodeEntities } from '../http/html-entities.ts';

/** A text as it reads with one layer or more of escaping taken off, and where each character came from. */
export interface View {
  readonly text: string;
  /** Offset of each character in the original text, and the length of that text at the end; null when nothing moved. */
  readonly at: readonly number[] | null;
}

/** Part of an escape: what it stands for, and how many characters of the source it takes. */
type Unit = readonly [text: string, width: number];

interface Layer {
  readonly sign: string;
  readonly pattern: RegExp;
  readonly units: (sequence: string) => readonly Unit[];
}

const CONTROLS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** RFC 3986 section 2.1, as UTF-8 where the bytes are that, else as Latin-1. */
const PERCENT: Layer = {
  sign: '%',
  pattern: /(?:%[0-9a-fA-F]{2})+/g,
  units: percentUnits,
};

/** RFC 8259 section 7; JavaScript's `\x41`; Markdown's backslash before punctuation. */
const BACKSLASH: Layer = {
  sign: '\\',
  pattern: /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[bfnrt!-/:-@[-`{-~])/g,
  units: (sequence) => {
    const kind = sequence.charAt(1);
    const text =
      sequence.length > 2
        ? String.fromCharCode(Number.parseInt(sequence.slice(2), 16))
        : (CONTROLS[kind] ?? kind);
    return [[text, sequence.length]];
  },
};

/** HTML standard, "character references". */
const ENTITY: Layer = {
  sign: '&',
  pattern: /&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,9});/g,
  units: (sequence) => [[decodeEntities(sequence), sequence.length]],
};

/** Layers as they lie on each other in recordings and reports, outermost first. */
const STACKS: readonly (readonly Layer[])[] = [
  [],
  [PERCENT],
  [PERCENT, PERCENT],
  [BACKSLASH],
  [BACKSLASH, BACKSLASH],
  [ENTITY],
  [BACKSLASH, PERCENT],
  [BACKSLASH, PERCENT, PERCENT],
  [BACKSLASH, ENTITY],
  [ENTITY, PERCENT],
  [ENTITY, BACKSLASH],
  [PERCENT, BACKSLASH],
];

/** The text itself and every other way to read it; ways that change nothing are left out. */
export function viewsOf(text: string): readonly View[] {
  const seen = new Set<string>();
  return STACKS.flatMap((stack) => {
    const view = stack.reduce<View>(peel, { text, at: null });
    if (seen.has(view.text)) return [];
    seen.add(view.text);
    return [view];
  });
}

/** Where a character of a view stands in the original text. */
export function originOf({ at }: View, index: number): number {
  return at === null ? index : (at[index] ?? index);
}

function peel(view: View, { sign, pattern, units }: Layer): View {
  if (!view.text.includes(sign)) return view;
  const pieces: string[] = [];
  const at: number[] = [];
  let done = 0;
  const keep = (end: number): void => {
    pieces.push(view.text.slice(done, end));
    for (let index = done; index < end; index += 1) at.push(originOf(view, index));
  };
  for (const match of view.text.matchAll(pattern)) {
    keep(match.index);
    done = match.index;
    for (const [piece, width] of units(match[0])) {
      pieces.push(piece);
      for (let index = 0; index < piece.length; index += 1) at.push(originOf(view, done));
      done += width;
    }
  }
  keep(view.text.length);
  at.push(originOf(view, view.text.length));
  return { text: pieces.join(''), at };
}

function percentUnits(run: string): readonly Unit[] {
  const bytes = Uint8Array.from({ length: run.length / 3 }, (_, index) =>
    Number.parseInt(run.slice(index * 3 + 1, index * 3 + 3), 16),
  );
  const units: Unit[] = [];
  for (let index = 0; index < bytes.length; ) {
    const length = sequenceLength(bytes, index);
    const text =
      length === 1
        ? String.fromCharCode(bytes[index] ?? 0)
        : new TextDecoder().decode(bytes.subarray(index, index + length));
    units.push([text, length * 3]);
    index += length;
  }
  return units;
}

/** RFC 3629 section 4: bytes of the character that begins here; 1 for what is no UTF-8. */
function sequenceLength(bytes: Uint8Array, start: number): number {
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[start + next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 1;
  }
  return length;
}
