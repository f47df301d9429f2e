import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { curlHeaders } from './curl-headers.ts';
import { recordingNotes, variableNotes } from './curl-notes.ts';
import { curlUrl } from './curl-url.ts';
import { bodyTemplate, urlTemplate } from './request-template.ts';
import { byteLength, hasLines, SHELLS, type Shell, type ShellName } from './shells.ts';
import type { CommandResult } from './target.ts';
import { fullText, type Template, type Variable, Variables } from './template.ts';

export interface CurlOptions {
  readonly shell: ShellName;
  /** Whether secrets are shell variables or part of the command. */
  readonly secrets: 'variables' | 'values';
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const MAX_BODY = 1024 * 1024;
const MAX_WORD = 100 * 1024;

/** The request of an exchange as a curl command; curl 7.42 or later. */
export function curlCommand(exchange: Exchange, options: CurlOptions): CommandResult {
  const { request } = exchange;
  const url = curlUrl(request.url);
  if ('refused' in url) return url;
  if (!TOKEN.test(request.method)) return { refused: 'The method is not an HTTP method.' };
  const text = request.body && 'text' in request.body ? request.body.text : '';
  const refused = refusal(request.method, text);
  if (refused !== null) return { refused };

  const variables = new Variables();
  const concealed = options.secrets === 'variables';
  const shell = SHELLS[options.shell];
  const shown = (template: Template): Template =>
    concealed ? variables.sweep(template) : [fullText(template)];

  const recordedBody = bodyOf(exchange, variables);
  const recordedUrl = urlTemplate(url.url, variables);
  const headers = curlHeaders(request.headers, variables, concealed);
  // All secrets are known now, so they are found in all other places.
  const target = shown(recordedUrl);
  const fields = headers.options.map(([flag, argument]) => [flag, shown(argument)] as const);
  const words = [target, ...fields.map(([, argument]) => argument)];
  if (words.some((word) => byteLength(fullText(word)) > MAX_WORD)) {
    return { refused: 'The URL or a header is too long for a command line.' };
  }
  // A body that was not recorded is always a variable.
  const missing = request.body !== null && 'unknown' in request.body;
  const body = recordedBody === null || missing ? recordedBody : shown(recordedBody);
  // After text of several lines, interactive bash 5.2 may expand a `!` within quotes.
  const multiline = body !== null && hasLines(body);
  const word = (template: Template) => shell.word(template, multiline);
  const lines = [
    `curl --url ${word(target)}`,
    ...urlOptions(target),
    ...methodOptions(request.method, body !== null, word),
    ...fields.map(([flag, argument]) => `${flag} ${word(argument)}`),
    ...headers.flags,
    ...contentTypeOptions(exchange, body !== null, shell),
  ];
  const notes = [...variableNotes(variables, concealed), ...url.notes, ...headers.notes];
  notes.push(...recordingNotes(exchange));
  const command = withBody(lines, body, shell);
  return { command: [...notes.map(shell.comment), command].join('\n'), notes };
}

function refusal(method: string, body: string): string | null {
  if (body.includes('\0')) {
    return 'The body holds a NUL byte. Save it to a file and send it with --data-binary @file.';
  }
  if (byteLength(body) > MAX_BODY) {
    return 'The body is too large. Save it to a file and send it with --data-binary @file.';
  }
  return method === 'HEAD' && body !== '' ? 'curl cannot send a HEAD request with a body.' : null;
}

/** The body option. Null when curl sends none. Methods that expect a body send an empty one. */
function bodyOf(exchange: Exchange, variables: Variables): Template | null {
  const { body, headers, method } = exchange.request;
  const expected = ['POST', 'PUT', 'PATCH'].includes(method);
  if (body === null) return expected ? [] : null;
  if (!('text' in body)) return [variables.use('BODY', 'BODY')];
  if (body.text === '' && !expected) return null;
  return bodyTemplate(body.text, headerValue(headers, 'content-type'), variables);
}

function methodOptions(
  method: string,
  hasBody: boolean,
  word: (template: Template) => string,
): string[] {
  if (method === 'HEAD') return ['--head'];
  return method === (hasBody ? 'POST' : 'GET') ? [] : [`-X ${word([method])}`];
}

/** Suppresses the form type that curl adds if the request had none. */
function contentTypeOptions({ request }: Exchange, hasBody: boolean, shell: Shell): string[] {
  if (!hasBody || headerValue(request.headers, 'content-type') !== null) return [];
  return [`-H ${shell.word(['Content-Type:'])}`];
}

function urlOptions(url: Template): string[] {
  const options: string[] = [];
  const variable = url.some((part): part is Variable => typeof part !== 'string');
  const text = fullText(url);
  if (variable || /[[\]{}]/.test(text)) options.push('--globoff');
  if (/\/(?:\.|%2e){1,2}(?=[/?]|$)/i.test(text)) options.push('--path-as-is');
  return options;
}

function withBody(lines: readonly string[], body: Template | null, shell: Shell): string {
  if (body === null) return shell.command(lines);
  if (!shell.prefersPipe(body)) return shell.command([...lines, `--data-raw ${shell.word(body)}`]);
  return shell.piped(body, shell.command([...lines, '--data-binary @-']));
}
