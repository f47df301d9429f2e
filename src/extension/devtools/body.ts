import { decodeBase64 } from '../../har/entry-body.ts';
import { isRecord } from '../../har/loose.ts';
import type { Body } from '../../http/exchange.ts';
import type { DevtoolsApi, LiveEntry } from './devtools-api.ts';
import { type Dialect, declaredSize, requestUrl } from './live-entry.ts';

const MAX_TEXT = 2_000_000;
/** Chromium gives nothing for bodies of about this size; Firefox hands them over in seconds. */
const MAX_BYTES = 20_000_000;

interface Content {
  readonly text: string;
  readonly encoding: string | null;
}

/** `forgotten`: the entry is unknown to DevTools by now; `gone`: the page's copy is. */
type Answer = Content | 'forgotten' | 'gone';

function asAnswer(text: unknown, encoding: unknown): Answer {
  if (typeof text === 'string') {
    return { text, encoding: typeof encoding === 'string' ? encoding : null };
  }
  return text === null ? 'gone' : 'forgotten';
}

/** Promises give a pair in Firefox and under the polyfill, an object in Chromium. */
function fromPromise(value: unknown): Answer {
  if (Array.isArray(value)) return asAnswer(value[0], value[1]);
  return isRecord(value) ? asAnswer(value.content, value.encoding) : asAnswer(value, null);
}

/** The promise that a call without a callback gives; null where the browser wants a callback. */
function promised(getContent: () => unknown): PromiseLike<unknown> | null {
  try {
    const answer = getContent();
    return isThenable(answer) ? answer : null;
  } catch {
    return null;
  }
}

/** Asks an entry or a resource for its body; may never settle, because the browser may not. */
function askContent(holder: { readonly getContent?: unknown }): Promise<Answer> {
  const { getContent } = holder;
  if (typeof getContent !== 'function') return Promise.resolve('forgotten');
  const ask = (...callback: readonly unknown[]): unknown => getContent.call(holder, ...callback);
  const answer = promised(ask);
  if (answer) return Promise.resolve(answer).then(fromPromise, () => 'forgotten');
  return new Promise((resolve) => {
    try {
      ask((text: unknown, encoding: unknown) => resolve(asAnswer(text, encoding)));
    } catch {
      resolve('forgotten');
    }
  });
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return isRecord(value) && typeof value.then === 'function';
}

/**
 * Chromium forgets entries at every URL change of the page, also by the history API; the page's own
 * resource is still there then. It is found by URL only, so the size has to be that of the entry.
 */
async function askResource(entry: LiveEntry, read: DevtoolsApi['readResources']): Promise<Answer> {
  if (!read) return 'forgotten';
  const resources = await read();
  const resource = resources.findLast((one) => one.url === requestUrl(entry));
  if (!resource) return 'forgotten';
  const answer = await askContent(resource);
  if (typeof answer === 'string') return answer;
  const size = declaredSize(entry);
  const bytes = new TextEncoder().encode(decode(answer, entry, 'chromium')).length;
  return size === null || size === bytes ? answer : 'forgotten';
}

/** A document becomes a resource of the page only when its navigation has committed. */
const COMMIT_TRIES = 5;
const COMMIT_PAUSE = 200;

/** The body of a document that Chromium forgot by the document's own commit; null when it is gone. */
export async function readDocument(
  entry: LiveEntry,
  read: DevtoolsApi['readResources'],
): Promise<Body | null> {
  for (let attempt = 0; read && attempt < COMMIT_TRIES; attempt++) {
    const answer = await askResource(entry, read);
    if (typeof answer !== 'string') return asBody(decode(answer, entry, 'chromium'));
    await new Promise((resolve) => setTimeout(resolve, COMMIT_PAUSE));
  }
  return null;
}

function decode({ text, encoding }: Content, entry: LiveEntry, dialect: Dialect): string {
  if (dialect === 'chromium') return encoding === 'base64' ? decodeBase64(text) : text;
  // Firefox puts the media type where Chromium has the encoding, and the encoding in the entry.
  const response = isRecord(entry.response) ? entry.response : {};
  const content = isRecord(response.content) ? response.content : {};
  return content.encoding === 'base64' ? decodeBase64(text) : text;
}

function asBody(text: string): Body {
  return text.length > MAX_TEXT ? { text: text.slice(0, MAX_TEXT), truncated: true } : { text };
}

export interface BodyQuestion {
  readonly entry: LiveEntry;
  readonly dialect: Dialect;
  /** Null when the list of the page's resources is not worth its price. */
  readonly readResources: DevtoolsApi['readResources'];
}

/** The response body or why it is not to be had; may never settle. */
export async function readBody({ entry, dialect, readResources }: BodyQuestion): Promise<Body> {
  if ((declaredSize(entry) ?? 0) > MAX_BYTES) return { unknown: 'too-large' };
  const answer = await askContent(entry);
  if (typeof answer !== 'string') return asBody(decode(answer, entry, dialect));
  const resource = answer === 'forgotten' ? await askResource(entry, readResources) : answer;
  if (typeof resource === 'string') return { unknown: 'page-left' };
  return asBody(decode(resource, entry, dialect));
}
