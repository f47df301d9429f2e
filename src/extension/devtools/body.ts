import { isRecord } from '../../har/loose.ts';
import type { Body } from '../../http/exchange.ts';
import type { Browser, Content } from '../browsers/browser.ts';
import type { DevtoolsApi, LiveEntry } from './devtools-api.ts';
import { declaredSize, urlOf } from './live-entry.ts';

const MAX_TEXT = 2_000_000;
/** Chromium has no bodies of about this size, and Firefox takes seconds for them. */
const MAX_BYTES = 20_000_000;

/** `forgotten`: DevTools do not know the entry any more. `gone`: the page has no copy any more. */
type Answer = Content | 'forgotten' | 'gone';

function asAnswer(text: unknown, kind: unknown): Answer {
  if (typeof text === 'string') return { text, kind: typeof kind === 'string' ? kind : null };
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

/** Asks an entry or a resource for its body. Never settles if the browser never answers. */
function askContent(holder: { readonly getContent?: unknown }): Promise<Answer> {
  const { getContent } = holder;
  if (typeof getContent !== 'function') return Promise.resolve('forgotten');
  const ask = (...callback: readonly unknown[]): unknown => getContent.call(holder, ...callback);
  const answer = promised(ask);
  if (answer) return Promise.resolve(answer).then(fromPromise, () => 'forgotten');
  return new Promise((resolve) => {
    try {
      ask((text: unknown, kind: unknown) => resolve(asAnswer(text, kind)));
    } catch {
      resolve('forgotten');
    }
  });
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return isRecord(value) && typeof value.then === 'function';
}

/**
 * The page's own resource is still there when DevTools have forgotten the entry. It is found by its
 * URL only, so its size has to be that of the entry.
 */
async function askResource({
  entry,
  browser,
  readResources,
}: BodyQuestion): Promise<string | null> {
  const resources = readResources ? await readResources() : [];
  const resource = resources.findLast((one) => one.url === urlOf(entry));
  const answer = resource ? await askContent(resource) : 'gone';
  if (typeof answer === 'string') return null;
  const text = browser.decodeBody(answer, entry);
  const size = declaredSize(entry);
  const bytes = new TextEncoder().encode(text).length;
  return size === null || size === bytes ? text : null;
}

/** A document becomes a resource of the page only when its navigation has committed. */
const COMMIT_TRIES = 5;
const COMMIT_PAUSE = 200;

/** The body of a document whose own navigation made DevTools forget it; null when it is gone. */
export async function readDocument(question: BodyQuestion): Promise<Body | null> {
  for (let attempt = 0; question.readResources && attempt < COMMIT_TRIES; attempt++) {
    const text = await askResource(question);
    if (text !== null) return asBody(text);
    await new Promise((resolve) => setTimeout(resolve, COMMIT_PAUSE));
  }
  return null;
}

function asBody(text: string): Body {
  return text.length > MAX_TEXT ? { text: text.slice(0, MAX_TEXT), truncated: true } : { text };
}

export interface BodyQuestion {
  readonly entry: LiveEntry;
  readonly browser: Browser;
  /** Null when the list of the page's resources does not help or costs too much. */
  readonly readResources: DevtoolsApi['readResources'] | null;
}

/** The response body, or why it cannot be read. May never settle. */
export async function readBody(question: BodyQuestion): Promise<Body> {
  const { entry, browser } = question;
  if ((declaredSize(entry) ?? 0) > MAX_BYTES) return { unknown: 'too-large' };
  const answer = await askContent(entry);
  if (typeof answer !== 'string') return asBody(browser.decodeBody(answer, entry));
  const text = answer === 'forgotten' ? await askResource(question) : null;
  return text === null ? { unknown: 'page-left' } : asBody(text);
}
