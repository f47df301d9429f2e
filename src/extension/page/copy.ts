import { TOKEN_FORM } from '../../oauth/token-form.ts';
import type { Copy } from '../wire/page-message.ts';
import { ASK, heardEvent, stopEvent, TELL } from './handshake.ts';

/**
 * Runs in the page's own world, before any script of the page. Copies the responses to calls that
 * look like token requests. The page gets the same promise and the same response as without it.
 */
const MAX_REQUEST = 200_000;
const MAX_ANSWER = 2_000_000;

const { document } = globalThis;
const dispatch = document.dispatchEvent.bind(document);
const nativeFetch = globalThis.fetch;
const nativeSend = XMLHttpRequest.prototype.send;
// `randomUUID` does not exist in pages without TLS.
const name = crypto.getRandomValues(new Uint32Array(4)).join('-');

function emit(copy: Omit<Copy, 'type'>): void {
  if (copy.text.length > MAX_ANSWER) return;
  dispatch(new CustomEvent(name, { detail: JSON.stringify(copy) }));
}

function asText(body: unknown): string | null {
  if (typeof body === 'string') return body;
  return body instanceof URLSearchParams ? body.toString() : null;
}

function isToken(text: string | null): text is string {
  return text !== null && text.length <= MAX_REQUEST && TOKEN_FORM.test(text);
}

/** The form that a call sends. The body of a `Request` has to be copied before it is consumed. */
function sentBy(input: unknown, init: RequestInit | undefined): Promise<string | null> | null {
  if (init?.body !== undefined && init.body !== null) {
    const text = asText(init.body);
    return isToken(text) ? Promise.resolve(text) : null;
  }
  if (!(input instanceof Request) || input.method !== 'POST' || input.bodyUsed) return null;
  const type = input.headers.get('content-type') ?? '';
  return /form-urlencoded|json/i.test(type) ? input.clone().text() : null;
}

function methodOf(input: unknown, init: RequestInit | undefined): string {
  return (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
}

async function copyAnswer(
  answer: Promise<Response>,
  sent: Promise<string | null>,
  method: string,
  at: number,
): Promise<void> {
  const response = await answer;
  // The response has to be cloned before the page reads it.
  const text =
    Number(response.headers.get('content-length') ?? 0) <= MAX_ANSWER
      ? response.clone().text()
      : null;
  const request = await sent;
  if (!text || !isToken(request)) return;
  emit({ at, method, url: response.url, status: response.status, request, text: await text });
}

const copyingFetch = new Proxy(nativeFetch, {
  apply(target, self, args: Parameters<typeof fetch>) {
    const at = Date.now();
    let sent: Promise<string | null> | null = null;
    let method = '';
    try {
      sent = sentBy(args[0], args[1]);
      method = methodOf(args[0], args[1]);
    } catch {
      // The call itself is wrong, and the browser tells the page.
    }
    const answer: Promise<Response> = Reflect.apply(target, self, args);
    if (sent) copyAnswer(answer, sent, method, at).catch(() => undefined);
    return answer;
  },
});

function answerOf(call: XMLHttpRequest): string | null {
  if (call.responseType === '' || call.responseType === 'text') return call.responseText;
  return call.responseType === 'json' ? JSON.stringify(call.response) : null;
}

const copyingSend = new Proxy(nativeSend, {
  apply(target, self: XMLHttpRequest, args: Parameters<XMLHttpRequest['send']>) {
    const request = asText(args[0]);
    if (isToken(request)) {
      const at = Date.now();
      self.addEventListener('load', () => {
        const text = answerOf(self);
        const { responseURL: url, status } = self;
        // The method is not known here. A token request is a POST.
        if (text !== null) emit({ at, method: 'POST', url, status, request, text });
      });
    }
    return Reflect.apply(target, self, args);
  },
});

globalThis.fetch = copyingFetch;
XMLHttpRequest.prototype.send = copyingSend;

// No script of the page has run yet, so only the relay hears the name. The relay may run before or
// after this script.
let heard = false;
const tell = () => void dispatch(new CustomEvent(TELL, { detail: name }));
const once = { once: true };
document.addEventListener(
  heardEvent(name),
  () => {
    heard = true;
  },
  once,
);
tell();
if (!heard) document.addEventListener(ASK, tell, once);
document.addEventListener(
  stopEvent(name),
  () => {
    if (globalThis.fetch === copyingFetch) globalThis.fetch = nativeFetch;
    if (XMLHttpRequest.prototype.send === copyingSend) XMLHttpRequest.prototype.send = nativeSend;
  },
  once,
);
