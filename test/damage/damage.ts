import fc from 'fast-check';

/** Values that stand where nobody expects them. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  2 ** 53,
  1e308,
  -1e308,
  '',
  ' ',
  '\u0000',
  '\uD800',
  'http://[',
  '%E0%A4%A',
  '__proto__',
  '{"a":',
  'x'.repeat(5_000),
  [],
  [null],
  [[[]]],
  {},
  { length: 1e9 },
  { toString: 1 },
];

/** What cannot stand in a file, but in a message between two parts of the extension. */
const ODD_IN_MESSAGES: readonly unknown[] = [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n];

const TEXT_ENDS = ['', '\u0000', '"', '}]', '{"', '\\', '\uDC00', '<!--', '\n\n', '9'.repeat(400)];

interface Blow {
  readonly place: number;
  readonly how: 'replace' | 'remove' | 'double' | 'nest' | 'rename';
  readonly odd: number;
}

/** One to four places of a value that are damaged. */
const blows: fc.Arbitrary<readonly Blow[]> = fc.array(
  fc.record({
    place: fc.nat(),
    how: fc.constantFrom('replace', 'replace', 'remove', 'double', 'nest', 'rename'),
    odd: fc.nat(),
  }),
  { minLength: 1, maxLength: 4 },
);

type Parent = Record<string, unknown> | unknown[];

function placesOf(value: unknown, found: [Parent, string][] = []): readonly [Parent, string][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const name of Object.keys(value)) {
    found.push([value as Parent, name]);
    placesOf((value as Record<string, unknown>)[name], found);
  }
  return found;
}

function strike(root: object, { place, how, odd }: Blow, all: readonly unknown[]): void {
  const places = placesOf(root);
  const [parent, name] = places[place % places.length] ?? [{}, ''];
  const members = parent as Record<string, unknown>;
  if (how === 'replace') members[name] = structuredClone(all[odd % all.length]);
  else if (how === 'nest') members[name] = { [name]: members[name] };
  else if (how === 'double' && Array.isArray(parent)) parent.push(structuredClone(members[name]));
  else if (how === 'rename') {
    members[name.toUpperCase()] = members[name];
    delete members[name];
  } else if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else delete members[name];
}

function struck<T extends object>(value: T, all: readonly unknown[]): fc.Arbitrary<T> {
  return blows.map((some) => {
    const root = structuredClone(value);
    for (const blow of some) strike({ root }, blow, all);
    return root;
  });
}

/** A message between two parts of the extension with members lost, of other types or odd values. */
export function damagedMessage(message: object): fc.Arbitrary<unknown> {
  const whole = struck(message, [...ODD, ...ODD_IN_MESSAGES]);
  return fc.oneof({ weight: 9, arbitrary: whole }, { weight: 1, arbitrary: fc.anything() });
}

/** The text of a JSON file that was damaged as a value, as a text, or both. */
export function damagedJson(value: object): fc.Arbitrary<string> {
  const whole = struck(value, ODD).map((one) => JSON.stringify(one));
  return fc.oneof(
    whole,
    damagedText(JSON.stringify(value)),
    whole.chain((text) => damagedText(text)),
  );
}

/** A text that was cut, or lacks a part, or has a part twice, or has foreign characters in it. */
function damagedText(text: string): fc.Arbitrary<string> {
  const at = fc.nat({ max: text.length });
  return fc
    .record({
      from: at,
      to: at,
      how: fc.constantFrom('cut', 'lose', 'double', 'insert', 'other'),
      end: fc.constantFrom(...TEXT_ENDS),
    })
    .map(({ from, to, how, end }) => {
      const [first, last] = [Math.min(from, to), Math.max(from, to)];
      if (how === 'cut') return text.slice(0, last) + end;
      if (how === 'lose') return text.slice(0, first) + end + text.slice(last);
      if (how === 'double') return text.slice(0, last) + text.slice(first);
      if (how === 'insert') return text.slice(0, first) + end + text.slice(first);
      return text.slice(0, first) + text.slice(first, first + 40).toUpperCase() + text.slice(first);
    });
}
