import { changeMember, changeTokens } from './case-json.ts';
import { changeParameter } from './case-parameters.ts';

/** One half of an exchange, as a case writes it. */
interface Half {
  /** The request line, or the status with its text; empty when there was no response. */
  first: string;
  headers: string[];
  body: string;
}

const WHOLE = /^(url|status|body) (.+)$/;
const NAMED = /^(without )?(header|parameter|member|claim|jose) ([^\s:]+)(?:: ?(.*))?$/;

/**
 * Changes an exchange of a given, line by line: `parameter state: x`, `without header Origin`,
 * `< status 400`, `< claim exp: "-60"`. A `<` at the start means the response. Values of members,
 * claims and the token's own header (`jose`) are JSON.
 */
export function changed(given: readonly string[], changes: readonly string[]): readonly string[] {
  const request = halfOf(given.filter((line) => !line.startsWith('<')));
  const received = given.filter((line) => line.startsWith('<'));
  const response = halfOf(received.map((line) => line.slice(1).trim()));
  for (const line of changes.filter((one) => one !== '')) {
    const isResponse = line.startsWith('< ');
    const half = isResponse ? response : request;
    const before = JSON.stringify(half);
    change(half, isResponse ? line.slice(2) : line);
    if (JSON.stringify(half) === before) throw new Error(`this changes nothing: ${line}`);
  }
  return [...linesOf(request), ...linesOf(response).map((line) => `< ${line}`)];
}

function halfOf([first = '', ...rest]: readonly string[]): Half {
  const blank = rest.indexOf('');
  const end = blank < 0 ? rest.length : blank;
  const body = rest.slice(end + 1).join('\n');
  return { first, headers: rest.slice(0, end), body: body.trimEnd() };
}

function linesOf({ first, headers, body }: Half): readonly string[] {
  if (first === '') return [];
  return [first, ...headers, ...(body === '' ? [] : ['', ...body.split('\n')])];
}

function change(half: Half, line: string): void {
  const [, whole, text = ''] = WHOLE.exec(line) ?? [];
  if (line === 'without response') Object.assign(half, halfOf([]));
  else if (line === 'without body') half.body = '';
  else if (whole === 'body') half.body = text;
  else if (whole === 'status') half.first = text;
  else if (whole === 'url') half.first = half.first.replace(/ .*/, ` ${text}`);
  else changeNamed(half, line);
}

function changeNamed(half: Half, line: string): void {
  const [, without, part, name = '', text] = NAMED.exec(line) ?? [];
  if (part === undefined || (text === undefined) !== (without !== undefined)) {
    throw new Error(`unknown change: ${line}`);
  }
  const value = text ?? null;
  if (part === 'header') half.headers = changeHeader(half.headers, name, value);
  else if (part === 'member') half.body = changeMember(half.body, name, value);
  else if (part === 'parameter') changeParameterOf(half, name, value);
  else {
    const of = part === 'jose' ? 'jose' : 'claim';
    half.headers = half.headers.map((one) => changeTokens(one, of, name, value));
    half.body = changeTokens(half.body, of, name, value);
  }
}

/** A header keeps its place. A new one comes last. */
function changeHeader(headers: readonly string[], name: string, value: string | null): string[] {
  const isIt = (line: string): boolean => line.toLowerCase().startsWith(`${name.toLowerCase()}:`);
  const changedTo = value === null ? [] : [`${name}: ${value}`];
  const at = headers.findIndex(isIt);
  if (at < 0) return [...headers, ...changedTo];
  return [...headers.slice(0, at), ...changedTo, ...headers.slice(at + 1)];
}

/** The parameters of a redirect's target, or of a request's form or URL. */
function changeParameterOf(half: Half, name: string, value: string | null): void {
  const at = half.headers.findIndex((line) => line.startsWith('Location: '));
  const location = half.headers[at];
  if (location !== undefined) half.headers[at] = changeParameter(location, /[?#]/, name, value);
  else if (half.body !== '') half.body = changeParameter(half.body, null, name, value);
  else half.first = changeParameter(half.first, /[?]/, name, value);
}
