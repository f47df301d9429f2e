import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { parseUrl } from '../http/url.ts';
import type { Plan, PlannedField } from './plan.ts';
import { planRequest, withFields } from './plan-request.ts';
import { jsBytes, jsHeader, jsText, quoteJs } from './quote-js.ts';
import type { CommandResult, Manner } from './target.ts';
import { fullText, type Template } from './template.ts';
import { plainWords } from './treacherous.ts';

/** What differs between the programs that have `fetch`. */
export interface FetchHost {
  /** Whether a script may set that field. */
  readonly allows: (name: string) => boolean;
  /** Notes on the fields that it may not set. */
  readonly notes: (leftOut: readonly string[]) => readonly string[];
  /** Why it cannot send the request; null if it can. */
  readonly problem: (plan: Plan) => string | null;
  /** Further members of the options. */
  readonly options: (exchange: Exchange) => readonly string[];
  /** The object that has the values of the variables. */
  readonly values: (names: readonly string[]) => string;
}

const FORBIDDEN_METHOD = /^(?:CONNECT|TRACE|TRACK)$/i;
const NORMALISED = /^(?:delete|get|head|options|post|put)$/i;

/** The request of an exchange as a call of `fetch` (Fetch standard). */
export function fetchCall(exchange: Exchange, manner: Manner, host: FetchHost): CommandResult {
  const whole = planRequest(exchange, manner);
  if ('refused' in whole) return whole;
  const refused = problemOf(whole) ?? host.problem(whole);
  if (refused !== null) return { refused };
  const fields = whole.fields.filter(({ name }) => host.allows(name.toLowerCase()));
  const leftOut = whole.fields.filter((field) => !fields.includes(field)).map(({ name }) => name);
  const plan = withFields(whole, fields);
  const { method, url, body, variables } = plan;
  const options = [
    `method: ${quoteJs(method)}`,
    ...(fields.length > 0 ? [headersOption(fields)] : []),
    ...(body && body.parts.length > 0 ? [`body: ${bodyOf(plan, fields)}`] : []),
    'redirect: "manual"',
    ...host.options(exchange),
  ];
  const call = `fetch(${jsText(url)}, {\n  ${options.join(',\n  ')},\n})`;
  const names = variables.map(({ name }) => name);
  const notes = [...plan.notes, ...ownNotes(plan), ...host.notes(leftOut)];
  const comments = notes.map((note) => `// ${plainWords(note)}`);
  const command = names.length === 0 ? `${call};` : guarded(names, call, host);
  return { command: [...comments, command].join('\n'), notes };
}

function problemOf({ method, body }: Plan): string | null {
  if (FORBIDDEN_METHOD.test(method)) return 'fetch cannot send this method.';
  if (body && /^(?:GET|HEAD)$/i.test(method)) {
    return 'fetch cannot send a body with GET or HEAD. Copy it as cURL instead.';
  }
  return null;
}

/** Throws when a variable has no value. */
function guarded(names: readonly string[], call: string, host: FetchHost): string {
  const list = names.join(', ');
  const tests = names.map((name) => `!${name}`).join(' || ');
  return [
    `(({ ${list} }) => {`,
    `if (${tests}) throw new Error("Set first: ${list}");`,
    `return ${call};`,
    `})(${host.values(names)});`,
  ].join('\n');
}

function headersOption(fields: readonly PlannedField[]): string {
  const names = fields.map(({ name }) => name.toLowerCase());
  const isRepeated = new Set(names).size < names.length;
  const pairs = fields.map(({ name, value, basic }) => {
    const text = basic ? `"Basic " + btoa(${jsText(basic)})` : jsHeader(value);
    return isRepeated ? `[${quoteJs(name)}, ${text}]` : `${quoteJs(name)}: ${text}`;
  });
  const [open, close] = isRepeated ? '[]' : '{}';
  return `headers: ${open}\n    ${pairs.join(',\n    ')},\n  ${close}`;
}

/** A string without a type would be sent as `text/plain`. */
function bodyOf({ body }: Plan, fields: readonly PlannedField[]): string {
  if (!body) return '""';
  if (body.binary) return jsBytes(body);
  const hasType = fields.some(({ name }) => name.toLowerCase() === 'content-type');
  return hasType ? jsText(body.parts) : `new TextEncoder().encode(${jsText(body.parts)})`;
}

function ownNotes({ method, url }: Plan): readonly string[] {
  const notes: string[] = [];
  if (NORMALISED.test(method) && method !== method.toUpperCase()) {
    notes.push('fetch sends this method in upper case.');
  }
  if (parseUrl(fullText(url))?.href !== fullText(url)) {
    notes.push('fetch writes the URL as the URL standard does: it resolves dots in the path.');
  }
  return notes;
}

/** Whether the browser adds its cookies, as it did; null when that is unknown. */
export function cookieMode({ request }: Exchange): string | null {
  if (headerValue(request.headers, 'cookie') !== null) return 'include';
  return request.headersComplete ? 'omit' : null;
}

/** Whether a header holds a character that HTTP libraries refuse. */
export function hasControls({ fields }: Plan): boolean {
  const all: Template = fields.flatMap(({ value }) => value);
  return /[\0-\x08\x0A-\x1F\x7F]/.test(fullText(all));
}
