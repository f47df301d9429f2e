/** A part of a text without the line breaks inside of an encoded value. */
export interface Joined {
  readonly text: string;
  /** The place in the whole text of a place in this one. */
  readonly originOf: (at: number) => number;
}

/** How a text writes a line break: itself, in strings, URLs and markup, with its CR. */
const BREAKS = [
  ['\n', '\r'],
  ['\\n', '\\r'],
  ['\\\\n', '\\\\r'],
  ['%0A', '%0D'],
  ['%0a', '%0d'],
  ['&#10;', '&#13;'],
  ['&#xA;', '&#xD;'],
  ['&#xa;', '&#xd;'],
] as const;
/** Searches between two pauses. */
const BREAKS_PER_STEP = 20_000;
/** MIME and PEM wrap lines at 76 and 64 characters. */
const MIN_LINE = 40;
/** How much of a text around a line break may belong to one value. */
const AROUND = 2_048;

interface Cut {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a text in which lines are wrapped as quoted-printable and base64 wrap them. Null
 * after each piece of work without one.
 */
export function* unwrapped(text: string): Generator<Joined | null> {
  const found: Cut[] = [];
  for (const [feed, carriage] of BREAKS) {
    let count = 0;
    for (let at = text.indexOf(feed); at >= 0; at = text.indexOf(feed, at + feed.length)) {
      const start = text.endsWith(carriage, at) ? at - carriage.length : at;
      const cut = cutAt(text, start, at + feed.length);
      if (cut) found.push(cut);
      count += 1;
      if (count % BREAKS_PER_STEP === 0) yield null;
    }
    yield null;
  }
  found.sort((a, b) => a.start - b.start);
  let cuts: Cut[] = [];
  for (const cut of found) {
    const last = cuts.at(-1);
    if (last && cut.start < last.end) continue;
    if (last && cut.start - last.end > AROUND) {
      yield joined(text, cuts);
      cuts = [];
    }
    cuts.push(cut);
  }
  if (cuts.length > 0) yield joined(text, cuts);
}

/** What has to go: a soft line break with its `=`, or the break after a long line of base64. */
function cutAt(text: string, start: number, end: number): Cut | null {
  const before = text.charCodeAt(start - 1);
  if (before === 61) return { start: start - 1, end };
  if (text.startsWith('3D', start - 2) && text.charAt(start - 3) === '%')
    return { start: start - 3, end };
  for (let back = 1; back <= MIN_LINE; back += 1) {
    if (!isBase64(text.charCodeAt(start - back))) return null;
  }
  return { start, end };
}

/** Letters, digits, `+`, `/`, `-`, `_` and `%`. */
function isBase64(unit: number): boolean {
  return (
    (unit > 96 && unit < 123) ||
    (unit > 64 && unit < 91) ||
    (unit > 46 && unit < 58) ||
    unit === 43 ||
    unit === 45 ||
    unit === 95 ||
    unit === 37
  );
}

function joined(text: string, cuts: readonly Cut[]): Joined {
  const first = Math.max(0, (cuts[0]?.start ?? 0) - AROUND);
  const pieces: string[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  let from = first;
  let length = 0;
  for (const { start, end } of [...cuts, lastCut(text, cuts)]) {
    pieces.push(text.slice(from, start));
    starts.push(length);
    origins.push(from);
    length += start - from;
    from = end;
  }
  const originOf = (at: number): number => {
    let index = starts.findLastIndex((start) => start <= at);
    if (index < 0) index = 0;
    return (origins[index] ?? 0) + at - (starts[index] ?? 0);
  };
  return { text: pieces.join(''), originOf };
}

function lastCut(text: string, cuts: readonly Cut[]): Cut {
  const end = Math.min(text.length, (cuts.at(-1)?.end ?? 0) + AROUND);
  return { start: end, end };
}
