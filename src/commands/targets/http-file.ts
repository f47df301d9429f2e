import type { Exchange } from '../../http/exchange.ts';
import type { Plan, PlannedField } from '../plan.ts';
import { plannedText } from '../plan-headers.ts';
import { planRequest } from '../plan-request.ts';
import { type CommandResult, defineTarget, type Manner } from '../target.ts';
import { fullText, literal, type Template, written } from '../template.ts';
import { plainWords, storable } from '../treacherous.ts';

const METHOD = /^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|CONNECT|TRACE)$/;
/** Lines that these editors take for comments, files, handlers of the response or other requests. */
const LINE_WITH_A_MEANING = /^\s*(?:#|\/\/|@|<[\s@>]|>[\s>]|```|\? )/m;
/** Characters that REST Client percent-encodes in a form. */
const ENCODED = /[^\x21\x23-\x3B\x3D\x3F-\x5F\x61-\x7A\x7C\x7E]|%(?![\da-f]{2})/i;

/** A file for the REST Client of VS Code and the HTTP Client of JetBrains. */
export default defineTarget({ name: '.http file', write });

function write(exchange: Exchange, manner: Manner): CommandResult {
  const plan = planRequest(exchange, manner);
  if ('refused' in plan) return plan;
  const refused = problemOf(plan);
  if (refused !== null) return { refused: `${refused} Copy it as cURL instead.` };
  const { method, url, fields, body, variables } = plan;
  const notes = [...plan.notes, ...ownNotes(plan)];
  const lines = [
    '###',
    ...notes.map((note) => `# ${plainWords(note)}`),
    '# @no-redirect',
    '# @no-cookie-jar',
    ...variables.map(({ name }) => `# @prompt ${name}`),
    `${method} ${filled(url)}`,
    ...fields.map(fieldLine),
  ];
  const text = body ? filled(body.parts).replaceAll('\r\n', '\n') : '';
  return { command: `${lines.join('\n')}\n${text === '' ? '' : `\n${text}\n`}`, notes };
}

/** The text with its variables, which these editors insert as they are. */
function filled(template: Template): string {
  return written(template, storable, (name) => `{{${name}}}`).join('');
}

/** Both editors encode two words behind `Basic`. */
function fieldLine({ name, value, basic }: PlannedField): string {
  return basic
    ? `${name}: Basic ${filled(basic).replace(':', ' ')}`
    : `${name}: ${filled(value)}`.trimEnd();
}

function problemOf({ method, url, fields, body }: Plan): string | null {
  if (!METHOD.test(method)) return 'These editors do not know the method.';
  if (body?.binary) return 'A .http file cannot hold a binary body.';
  const parts = [url, ...fields.map(({ value }) => value), body?.parts ?? []];
  if (parts.some((part) => literal(part).includes('{{') || filled(part).includes('{{{'))) {
    return 'A .http file takes double braces for a variable.';
  }
  if (
    fields.some(({ value, basic }) => !basic && /[\x00-\x08\x0A-\x1F\x7F]/.test(literal(value)))
  ) {
    return 'A .http file cannot hold control characters in a header.';
  }
  const text = body ? fullText(body.parts) : '';
  if (LINE_WITH_A_MEANING.test(text)) return 'A line of the body has a meaning in a .http file.';
  const type = plannedText(fields, 'content-type') ?? '';
  const isMultipart = /^multipart\//i.test(type);
  const bare = isMultipart ? text.replaceAll('\r\n', '') : text;
  if (bare.includes('\r') || (isMultipart && bare.includes('\n'))) {
    return 'A .http file cannot hold these line ends.';
  }
  if (isForm(type) && text.includes('\n')) return 'A form in a .http file is one line.';
  return null;
}

function ownNotes({ fields, body }: Plan): readonly string[] {
  const text = body ? fullText(body.parts) : '';
  const notes: string[] = [];
  if (text.includes('\n')) {
    notes.push('Line ends are those of your system, and those at the end may be left out.');
  }
  if (isForm(plannedText(fields, 'content-type') ?? '') && ENCODED.test(text)) {
    notes.push('REST Client percent-encodes some characters of this form.');
  }
  return notes;
}

const isForm = (type: string): boolean => /^application\/x-www-form-urlencoded/i.test(type);
