/** UTF-16 code units of a text, or the characters that an encoding writes. */
export type Units = readonly number[];

/** The code units of a text. */
export function unitsOf(text: string): number[] {
  const units: number[] = [];
  for (let index = 0; index < text.length; index += 1) units.push(text.charCodeAt(index));
  return units;
}

/** The text of some code units. */
export function textOf(units: Units): string {
  const pieces: string[] = [];
  for (let from = 0; from < units.length; from += 8_192) {
    pieces.push(String.fromCharCode(...units.slice(from, from + 8_192)));
  }
  return pieces.join('');
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** The bytes of UTF-8. An unpaired surrogate becomes U+FFFD, as everywhere on the web. */
export function utf8Of(units: Units): number[] {
  const bytes: number[] = [];
  for (let index = 0; index < units.length; index += 1) {
    let point = units[index] ?? 0;
    const next = units[index + 1] ?? 0;
    if (isHigh(point) && isLow(next)) {
      point = 0x10000 + ((point - 0xd800) << 10) + (next - 0xdc00);
      index += 1;
    } else if (isHigh(point) || isLow(point)) point = 0xfffd;
    pushPoint(bytes, point);
  }
  return bytes;
}

function pushPoint(bytes: number[], point: number): void {
  const tail = (shift: number): number => 0x80 | ((point >> shift) & 63);
  if (point < 0x80) bytes.push(point);
  else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(0));
  else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(6), tail(0));
  else bytes.push(0xf0 | (point >> 18), tail(12), tail(6), tail(0));
}

/** The bytes of UTF-16 without a byte order mark. */
export function utf16Of(units: Units, order: 'le' | 'be'): number[] {
  const bytes: number[] = [];
  for (const unit of units) {
    if (order === 'le') bytes.push(unit & 255, unit >> 8);
    else bytes.push(unit >> 8, unit & 255);
  }
  return bytes;
}

/** The bytes of ISO 8859-1; null when they are those of UTF-8 or do not exist. */
export function latin1Of(units: Units): number[] | null {
  const isDifferent = units.some((unit) => unit > 127) && units.every((unit) => unit < 256);
  return isDifferent ? [...units] : null;
}

let folds: Uint16Array | null = null;

/** Lower case of each code unit, where it is one code unit. */
export function foldTable(): Uint16Array {
  if (folds) return folds;
  folds = new Uint16Array(65_536);
  for (let unit = 0; unit < folds.length; unit += 1) {
    const lower = String.fromCharCode(unit).toLowerCase();
    folds[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
  }
  return folds;
}
