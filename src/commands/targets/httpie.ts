import type { Exchange } from '../../http/exchange.ts';
import { hasControls } from '../fetch-call.ts';
import type { Plan, PlannedField } from '../plan.ts';
import { planRequest } from '../plan-request.ts';
import { posix } from '../posix.ts';
import { type CommandResult, defineTarget, type Manner } from '../target.ts';
import { fullText, literal, type Template } from '../template.ts';
import { plainWords } from '../treacherous.ts';
import { optionLines } from '../unix-shell.ts';

/** HTTPie 3 in a POSIX shell. */
export default defineTarget({ name: 'HTTPie', write });

function write(exchange: Exchange, manner: Manner): CommandResult {
  const plan = planRequest(exchange, manner);
  if ('refused' in plan) return plan;
  const refused = problemOf(plan);
  if (refused !== null) return { refused: `${refused} Copy it as cURL instead.` };
  const { method, url, fields, body } = plan;
  const isPiped = body !== null && posix.prefersPipe(body);
  const multiline = body !== null && !body.binary && literal(body.parts).includes('\n');
  const word = (template: Template): string => posix.word(template, multiline);
  const hasType = fields.some(({ name }) => name.toLowerCase() === 'content-type');
  const basic = fields.find((field) => field.basic)?.basic;
  const lines = [
    `http${isPiped ? '' : ' --ignore-stdin'} --path-as-is ${method} ${word(url)}`,
    ...fields.filter((field) => !field.basic).map((field) => word(item(field))),
    ...(body && !hasType ? [word(['Content-Type:'])] : []),
    ...(basic ? [`--auth=${word(basic)}`] : []),
    ...(body && !isPiped ? [`--raw=${word(body.parts)}`] : []),
  ];
  const names = plan.variables.map(({ name }) => name);
  const command = isPiped ? posix.piped(body, optionLines(lines)) : optionLines(lines);
  const notes = [...plan.notes, ...ownNotes(plan)];
  return {
    command: [
      ...notes.map((note) => `# ${plainWords(note)}`),
      posix.guarded(names, command, isPiped),
    ].join('\n'),
    notes,
  };
}

/** A space behind the colon keeps HTTPie from reading `:=` or `:@`. */
function item({ name, value }: PlannedField): Template {
  return fullText(value) === '' ? [`${name};`] : [`${name}: `, ...value];
}

/** Python strips more than HTTP does from the ends of a header. */
const STRIPPED = /^[\s\x85]|[\s\x85]$/;

function problemOf(plan: Plan): string | null {
  const { method, url, fields, body } = plan;
  if (!/^[A-Z]+$/.test(method)) return 'HTTPie sends only methods of capital letters.';
  if (method === 'HEAD' && body) return 'HTTPie cannot send a HEAD request with a body.';
  if (fields.some(({ name }) => name.startsWith('-'))) {
    return 'HTTPie takes the name of a header for an option.';
  }
  // A backslash before a separator of its items is lost.
  if (fields.some(({ value }) => /\\[:;=@]/.test(fullText(value)))) {
    return 'HTTPie cannot send a header with this backslash.';
  }
  if (fields.some(({ value }) => STRIPPED.test(fullText(value)))) {
    return 'HTTPie drops blanks at the ends of a header.';
  }
  if (/^\w+:\/\/[^/]*\/\//.test(fullText(url))) {
    return 'HTTPie cannot send a path that begins with two slashes.';
  }
  return hasControls(plan) ? 'HTTPie cannot send control characters in a header.' : null;
}

/** The library of HTTPie decodes what need not be encoded, and encodes what should be. */
function ownNotes({ url }: Plan): readonly string[] {
  const text = fullText(url);
  const isChanged = /%(?:2[DE]|3\d|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9AE])|["<>\\^`{|}]/i.test(text);
  return isChanged ? ['HTTPie may write percent-encoded parts of the URL in another way.'] : [];
}
