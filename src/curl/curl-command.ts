import type { BodyLoss, Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { curlHeaders } from './curl-headers.ts';
import { curlUrl } from './curl-url.ts';
import { bodyTemplate, urlTemplate } from './secrets.ts';
import { byteLength, SHELLS, type Shell, type ShellName } from './shells.ts';
import { fullText, type Template, type Variable, Variables } from './template.ts';

export interface CurlOptions {
  readonly shell: ShellName;
  /** Whether secrets are shell variables, or stand in the command. */
  readonly secrets: 'variables' | 'values';
}

/** A command to paste, or why there is none. Notes stand in the command as comments as well. */
export type CurlResult =
  | { readonly command: string; readonly notes: readonly string[] }
  | { readonly refused: string };

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const MAX_BODY = 1024 * 1024;
const MAX_WORD = 100 * 1024;
/** Variables whose values are spent, or at least checked, when they are used. */
const SPENT =
  /^(?:CODE|AUTHORIZATION_CODE|CLIENT_ASSERTION|ASSERTION|REQUEST_URI|REFRESH_TOKEN|DPOP_PROOF)(?:_\d+)?$/;

const LOSSES: Readonly<Record<BodyLoss, string>> = {
  'page-left': 'the page had gone on',
  'not-read': 'the page did not read it',
  withheld: 'the browser withheld it',
  'too-large': 'it was too large',
  'timed-out': 'it took too long',
  stripped: 'the HAR file leaves bodies out',
  'not-fetched': 'nothing asked for it',
  'not-recorded': 'the recorder has no such bodies',
};

/** The request of an exchange as a curl command; curl 7.42 or later. */
export function curlCommand(exchange: Exchange, options: CurlOptions): CurlResult {
  const { request } = exchange;
  const url = curlUrl(request.url);
  if ('refused' in url) return url;
  if (!TOKEN.test(request.method)) return { refused: 'The method is not an HTTP method.' };
  const text = request.body && 'text' in request.body ? request.body.text : '';
  const refused = refusal(request.method, text);
  if (refused !== null) return { refused };

  const variables = new Variables();
  const concealed = options.secrets === 'variables';
  const body = bodyOf(exchange, variables);
  const target = urlTemplate(url.url, variables);
  const headers = curlHeaders(request.headers, variables, concealed);
  // A body that nobody has stays a variable in any case.
  const missing = request.body !== null && 'unknown' in request.body;
  const shown = (template: Template): Template =>
    concealed ? variables.sweep(template) : [fullText(template)];

  const words = [target, ...headers.options.map(([, template]) => template)].map(shown);
  if (words.some((word) => byteLength(fullText(word)) > MAX_WORD)) {
    return { refused: 'The URL or a header is too long for a command line.' };
  }
  const shell = SHELLS[options.shell];
  const [targetWord = [], ...headerWords] = words;
  const lines = [
    `curl --url ${shell.word(targetWord)}`,
    ...urlOptions(targetWord),
    ...methodOptions(request.method, body !== null, shell),
    ...headers.options.map(([flag], index) => `${flag} ${shell.word(headerWords[index] ?? [])}`),
    ...headers.flags,
  ];
  if (body !== null && headerValue(request.headers, 'content-type') === null) {
    lines.push(`-H ${shell.word(['Content-Type:'])}`); // or curl adds one
  }
  const notes = [...variableNotes(variables, concealed), ...url.notes, ...headers.notes];
  notes.push(...recordingNotes(exchange));
  const command = withBody(lines, body === null || missing ? body : shown(body), shell);
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

/** Null when curl shall send none. Methods that expect a body send an empty one. */
function bodyOf(exchange: Exchange, variables: Variables): Template | null {
  const { body, headers, method } = exchange.request;
  const expected = ['POST', 'PUT', 'PATCH'].includes(method);
  if (body === null) return expected ? [] : null;
  if (!('text' in body)) return [variables.use('BODY', 'BODY')];
  if (body.text === '' && !expected) return null;
  return bodyTemplate(body.text, headerValue(headers, 'content-type'), variables);
}

function methodOptions(method: string, hasBody: boolean, shell: Shell): string[] {
  if (method === 'HEAD') return ['--head'];
  return method === (hasBody ? 'POST' : 'GET') ? [] : [`-X ${shell.word([method])}`];
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

function variableNotes(variables: Variables, concealed: boolean): string[] {
  const names = variables.names();
  const spent = names.filter((name) => SPENT.test(name));
  if (!concealed) {
    const notes = names.length > 0 ? ['This command holds secrets.'] : [];
    return spent.length > 0 ? [...notes, 'It holds values that can be used once.'] : notes;
  }
  const notes: string[] = [];
  if (names.length > 0) {
    notes.push(`Set first: ${names.join(', ')}`);
    notes.push('Values go into URL and body as they stand, so percent-encode them where needed.');
  }
  if (spent.length > 0)
    notes.push(`Usable once, a replay may fail or spend it: ${spent.join(', ')}`);
  return notes;
}

function recordingNotes(exchange: Exchange): string[] {
  const { body, headers, headersComplete } = exchange.request;
  const notes: string[] = [];
  if (!headersComplete) notes.push('The browser recorded only some of the request headers.');
  if (body && 'unknown' in body) {
    notes.push(`The body was not recorded, as ${LOSSES[body.unknown]}. Put it into BODY.`);
  } else if (body?.truncated) {
    notes.push('Only the beginning of the body was recorded.');
  } else if (body && /\p{Surrogate}/u.test(body.text)) {
    notes.push('The body holds characters that are none, they are replaced.');
  } else if (body && isBinary(body.text, headerValue(headers, 'content-type'))) {
    notes.push('The body holds binary data, which the recorder does not keep byte by byte.');
  }
  return notes;
}

function isBinary(text: string, contentType: string | null): boolean {
  if (/^multipart\//i.test(contentType ?? '')) return text.includes('; filename');
  const textual = contentType === null || /^text\/|json|xml|urlencoded|jwt/i.test(contentType);
  return !textual && /[\u0080-\u00FF]/.test(text);
}
