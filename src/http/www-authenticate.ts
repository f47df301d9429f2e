/** RFC 9110 section 11.6.1: one challenge. Scheme and parameter names are lower-cased. */
export interface Challenge {
  readonly scheme: string;
  readonly token68: string | null;
  readonly parameters: ReadonlyMap<string, string>;
}

interface Reading {
  readonly challenges: Challenge[];
  scheme: string | null;
  token68: string | null;
  parameters: Map<string, string>;
  /**
   * Parameter whose unquoted value may continue after a space, because some servers forget to
   * quote.
   */
  open: string | null;
}

/** Longer than browsers accept, and as long as one regular expression can hold. */
const MAX_LENGTH = 256 * 1024;

const SEPARATOR = /[\s,]*/y;
const TOKEN = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const EQUALS = /[ \t]*=[ \t]*/y;
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)(?:"|\\?$)/y;
const UNQUOTED = /[^\s,]+/y;
const TOKEN68 = /[ \t]+([A-Za-z0-9\-._~+/]+=*)[ \t]*(?=[,\r\n]|$)/y;

/**
 * RFC 9110 section 11.6.1: the challenges of a `WWW-Authenticate` or `Proxy-Authenticate` field.
 * Several field lines are given joined by a comma or a line feed. Accepts more than the grammar
 * allows, because servers do not follow it, and skips what it cannot read.
 */
export function parseChallenges(field: string): Challenge[] {
  const value = field.slice(0, MAX_LENGTH);
  const reading: Reading = {
    challenges: [],
    scheme: null,
    token68: null,
    parameters: new Map(),
    open: null,
  };
  let at = 0;
  while (at < value.length) {
    const gap = match(SEPARATOR, value, at)?.[0] ?? '';
    at += gap.length;
    if (at < value.length) at = readItem(reading, value, at, gap);
  }
  close(reading);
  return reading.challenges;
}

function readItem(reading: Reading, value: string, start: number, gap: string): number {
  const name = match(TOKEN, value, start)?.[0];
  if (name === undefined) return start + skipUnreadable(reading, value, start);
  let at = start + name.length;
  const equals = match(EQUALS, value, at);
  if (equals) {
    at += equals[0].length;
    return readParameter(reading, name.toLowerCase(), value, at);
  }
  if (reading.open !== null && !/[,\r\n]/.test(gap)) {
    return at + extend(reading, value, start, at);
  }
  close(reading);
  reading.scheme = name.toLowerCase();
  const token68 = match(TOKEN68, value, at);
  if (!token68) return at;
  reading.token68 = token68[1] ?? null;
  return at + token68[0].length;
}

function readParameter(reading: Reading, name: string, value: string, at: number): number {
  const quoted = match(QUOTED, value, at);
  const text = quoted
    ? (quoted[1] ?? '').replace(/\\([\s\S])/g, '$1')
    : (match(UNQUOTED, value, at)?.[0] ?? '');
  const first = !reading.parameters.has(name);
  if (first) reading.parameters.set(name, text);
  reading.open = quoted || !first ? null : name;
  return at + (quoted ? quoted[0].length : text.length);
}

/** A word that follows an unquoted value without a comma belongs to that value. */
function extend(reading: Reading, value: string, start: number, end: number): number {
  const rest = match(UNQUOTED, value, end)?.[0] ?? '';
  append(reading, value.slice(start, end) + rest);
  return rest.length;
}

function skipUnreadable(reading: Reading, value: string, at: number): number {
  const quoted = match(QUOTED, value, at);
  if (quoted) return quoted[0].length;
  const word = match(UNQUOTED, value, at)?.[0] ?? '';
  append(reading, word);
  return Math.max(1, word.length);
}

function append(reading: Reading, word: string): void {
  if (reading.open === null) return;
  const before = reading.parameters.get(reading.open) ?? '';
  reading.parameters.set(reading.open, `${before} ${word}`);
}

function close(reading: Reading): void {
  const { scheme, token68, parameters } = reading;
  if (scheme !== null) reading.challenges.push({ scheme, token68, parameters });
  reading.scheme = null;
  reading.token68 = null;
  reading.parameters = new Map();
  reading.open = null;
}

function match(pattern: RegExp, value: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(value);
}
