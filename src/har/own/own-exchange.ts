import * as v from 'valibot';
import type { Body, Exchange, HttpResponse } from '../../http/exchange.ts';
import { MAX_BODY } from '../limits.ts';
import type { Loose } from '../loose.ts';
import { readText } from './binary-text.ts';
import { type BodyNote, ExchangeNote } from './own-schema.ts';

const Headers = v.array(v.object({ name: v.string(), value: v.string() }));
const Text = v.optional(v.string());

const Entry = v.object({
  request: v.object({
    method: v.string(),
    url: v.string(),
    headers: Headers,
    postData: v.optional(v.object({ text: Text, _encoding: Text })),
  }),
  response: v.object({
    status: v.number(),
    statusText: v.string(),
    headers: Headers,
    content: v.object({ text: Text, encoding: Text }),
  }),
  _grantscope: ExchangeNote,
});

type OwnEntry = v.InferOutput<typeof Entry>;

/** Whether Grantscope wrote the entry. */
export function hasNote(entry: Loose): boolean {
  return '_grantscope' in entry;
}

/**
 * The exchange that Grantscope wrote as this entry; null when it is damaged. Its id and its source
 * are those of the recording that was written.
 */
export function ownExchange(entry: Loose): Exchange | null {
  const read = v.safeParse(Entry, entry);
  return read.success ? exchangeOf(read.output) : null;
}

function exchangeOf({ request, response, _grantscope: note }: OwnEntry): Exchange | null {
  const { postData } = request;
  const body =
    note.request.body && bodyOf(note.request.body, readText(postData?.text, postData?._encoding));
  const answer = responseOf(response, note.response);
  if (body === 'damaged' || answer === 'damaged') return null;
  const { clock, response: _, ...rest } = note;
  return {
    ...rest,
    request: {
      method: request.method,
      url: request.url,
      headers: request.headers,
      headersComplete: note.request.headersComplete,
      body,
    },
    response: answer,
    ...(clock === undefined
      ? {}
      : {
          clock: {
            shift: clock.shift,
            least: clock.least ?? Number.NEGATIVE_INFINITY,
            most: clock.most ?? Number.POSITIVE_INFINITY,
          },
        }),
  };
}

function responseOf(
  { status, statusText, headers, content }: OwnEntry['response'],
  note: OwnEntry['_grantscope']['response'],
): HttpResponse | null | 'damaged' {
  if (note === null) return null;
  const body = bodyOf(note.body, readText(content.text, content.encoding));
  if (body === 'damaged') return 'damaged';
  const { headersComplete } = note;
  return { status: status === 0 ? null : status, statusText, headers, headersComplete, body };
}

function bodyOf(
  { unknown, ...note }: v.InferOutput<typeof BodyNote>,
  text: string | null,
): Body | 'damaged' {
  if (unknown !== undefined) return { unknown };
  if (text === null) return 'damaged';
  if (text.length > MAX_BODY) return { unknown: 'too-large' };
  return { text, ...note };
}
