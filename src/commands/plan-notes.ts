import type { Exchange } from '../http/exchange.ts';
import { headerValue } from '../http/headers.ts';
import { parseUrl } from '../http/url.ts';
import { lossWord } from '../words/losses.ts';
import type { Plan } from './plan.ts';
import type { Variable } from './template.ts';

/** Variables whose values a server may accept only once. */
const SPENT = /^(?:CODE|CLIENT_ASSERTION|ASSERTION|REQUEST_URI|REFRESH_TOKEN|DPOP_PROOF)(?:_\d+)?$/;

/** What holds of every command of a recording that was redacted. */
export const REDACTED =
  'The recording is redacted: values in it are placeholders, which no server accepts.';

/** Notes on the values that a command names or holds. */
export function variableNotes(
  variables: readonly Variable[],
  { concealed, redacted }: Pick<Plan, 'concealed' | 'redacted'>,
): string[] {
  const names = variables.map(({ name }) => name);
  const spent = names.filter((name) => SPENT.test(name)).join(', ');
  const secrets = names.filter((name) => name !== 'BODY');
  const notes: string[] = [];
  if (concealed && names.length > 0) {
    notes.push(`Set first: ${names.join(', ')}`);
    notes.push('Values go into URL and body as they stand, so percent-encode them where needed.');
  }
  if (redacted) notes.push(REDACTED);
  else if (!concealed && secrets.length > 0) notes.push('This command holds secrets.');
  if (spent === '') return notes;
  const verb = concealed ? 'Usable once' : 'It holds values that can be used once';
  return [...notes, `${verb}, a replay may fail or spend it: ${spent}`];
}

/** Notes on differences between the command and the request that was sent. */
export function recordingNotes(exchange: Exchange): string[] {
  const { body, headers, headersComplete, url } = exchange.request;
  const notes: string[] = [];
  if (!headersComplete) notes.push('The browser recorded only some of the request headers.');
  if (/(?:^|[.-])mtls(?:[.-]|$)/i.test(parseUrl(url)?.hostname ?? '')) {
    notes.push('The server may want a client certificate, which no recording has.');
  }
  if (body && 'unknown' in body) {
    notes.push(`The body was not recorded: ${lossWord(body.unknown)}. Put it into BODY.`);
  } else if (body?.rebuilt) {
    notes.push('Only the fields of the form were recorded. The body is written from them.');
    if (body.text.includes('; filename="')) notes.push('The content of files is missing.');
  } else if (body?.truncated) {
    notes.push('Only the beginning of the body was recorded.');
  } else if (body && /\p{Surrogate}/u.test(body.text)) {
    notes.push('The body holds characters that are none, they are replaced.');
  } else if (body && !body.binary && isBinary(body.text, headerValue(headers, 'content-type'))) {
    notes.push('The body holds binary data, which the recorder does not keep byte by byte.');
  }
  return notes;
}

function isBinary(text: string, contentType: string | null): boolean {
  if (/^multipart\//i.test(contentType ?? '')) return text.includes('; filename');
  const textual = contentType === null || /^text\/|json|xml|urlencoded|jwt/i.test(contentType);
  return !textual && /[\u0080-\u00FF]/.test(text);
}
