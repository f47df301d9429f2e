import { createContext, runInContext } from 'node:vm';
import { orderText } from '../../../src/extension/page/rehearse-in-page.ts';
import { PageAnswerSchema } from '../../../src/extension/wire/page-answer.ts';
import { parsed } from '../../../src/extension/wire/parsed.ts';
import type { PagePlan } from '../../../src/rehearsal/page-plan.ts';
import { APP } from '../rehearsal-plans.ts';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly authorization: string | null;
}

/** A page of the application, as far as the script needs one. It notes what is really sent. */
export function openPage(origin = APP, { isAsked = true, loaded = `${origin}/`, since = 0 } = {}) {
  const sent: Sent[] = [];
  let now = 0;
  let renewed: (() => void)[] = [];
  const native = async (input: unknown, init?: RequestInit): Promise<Response> => {
    const request = new Request(input as RequestInfo, init);
    sent.push({
      url: request.url,
      method: request.method,
      body: await request.text(),
      authorization: request.headers.get('authorization'),
    });
    return new Response('{"real":true}', { status: 200 });
  };
  class Call {
    open() {}
    setRequestHeader() {}
    send() {}
  }
  const navigation = new EventTarget();
  const page = createContext({
    fetch: native,
    XMLHttpRequest: Call,
    Request,
    Response,
    Headers,
    URL,
    URLSearchParams,
    document: { baseURI: `${origin}/`, readyState: 'complete' },
    location: {
      origin,
      href: `${origin}/`,
      assign: (url: string) => sent.push({ url, method: 'GET', body: '', authorization: null }),
      replace: (url: string) => sent.push({ url, method: 'GET', body: '', authorization: null }),
    },
    navigator: { userAgent: 'Chrome' },
    performance: {
      now: () => now,
      timeOrigin: 1,
      getEntriesByType: () => [{ type: 'navigate', name: loaded }],
    },
    EventTarget,
    navigation,
    open: (url: string) => `a window with ${url}`,
    setTimeout: (work: () => void, after = 0) => {
      // DevTools ask within two seconds.
      if (after === 0 || (isAsked && after <= 2_000)) queueMicrotask(work);
      else renewed.push(work);
      return renewed.length;
    },
    clearTimeout: () => {},
    setInterval: (work: () => void) => {
      renewed.push(work);
      return 1;
    },
    clearInterval: () => {},
  });
  const evaluate = (text: string): unknown => runInContext(text, page);
  return {
    sent,
    evaluate,
    /** The page goes to a URL. Whether the browser lets it. */
    leaves: (url: string) =>
      navigation.dispatchEvent(
        Object.assign(new Event('navigate', { cancelable: true }), {
          destination: { url },
          formData: null,
        }),
      ),
    isClean: () =>
      evaluate('fetch') === native &&
      evaluate('Object.getOwnPropertySymbols(globalThis).length') === 0,
    /** Lets time pass, and runs the timers. */
    pass: (milliseconds: number) => {
      now += milliseconds;
      const due = renewed;
      renewed = [];
      for (const work of due) work();
    },
    tell: (plan: PagePlan | null, used = false) => {
      const text = orderText({ id: 'one', plan, lease: 2_500, since, used });
      const answer = parsed(PageAnswerSchema, JSON.parse(String(evaluate(text))));
      if (!answer) throw new Error('the answer is not as its schema says');
      return answer;
    },
  };
}
