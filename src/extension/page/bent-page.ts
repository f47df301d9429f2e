import type { Bend } from './bend.ts';

/**
 * Bends what is no call: the clock, new windows, and where the page goes. Returns what takes that away.
 * It is sent to the page as text, so it uses nothing but its argument and what every page has.
 */
export function bentPage(bend: Bend): () => void {
  const page = globalThis;
  const { deed } = bend.plan;
  const here = { method: 'GET', url: location.href, delay: 0 };

  if (deed.kind === 'clock') {
    const { by } = deed;
    const { calls } = bend.plan;
    const native = page.Date;
    const { fetch: send } = page;
    const { open } = XMLHttpRequest.prototype;
    let release: (() => void) | null = null;
    const shifted = (): number => {
      if (bend.take()) {
        bend.hit({ ...here, name: 'Date', after: String(by) });
        if (calls) release = bend.hold();
      }
      return native.now() + by;
    };
    const end = (): void => {
      if (page.Date === bent) page.Date = native;
      if (page.fetch === bentSend) page.fetch = send;
      if (XMLHttpRequest.prototype.open === bentOpen) XMLHttpRequest.prototype.open = open;
      release?.();
    };
    /** The page asks for a new token. From now on its clock is right, as if the time had passed. */
    const asks = (method: unknown, url: unknown): void => {
      try {
        const { href } = new URL(String(url), document.baseURI);
        const isCall = String(method).toUpperCase() === calls?.method;
        if (!isCall || href.split(/[?#]/, 1)[0] !== calls.url) return;
        if (release) bend.hit({ method: calls.method, url: href, delay: 0 });
        end();
      } catch {
        // What is no URL is no call.
      }
    };
    const bentSend = new Proxy(send, {
      apply(target, self, args: Parameters<typeof fetch>) {
        const [input, init] = args;
        const request = input instanceof Request ? input : null;
        asks(init?.method ?? request?.method ?? 'GET', request?.url ?? input);
        return Reflect.apply(target, self, args);
      },
    });
    const bentOpen = new Proxy(open, {
      apply(target, self, args: [string, string | URL]) {
        asks(...args);
        return Reflect.apply(target, self, args);
      },
    });
    const bent = new Proxy(native, {
      construct: (target, args, newTarget) =>
        Reflect.construct(target, args.length === 0 ? [shifted()] : args, newTarget),
      apply: (target) => new target(shifted()).toString(),
      get: (target, name, receiver) =>
        name === 'now' ? shifted : Reflect.get(target, name, receiver),
    });
    page.Date = bent;
    if (calls) {
      page.fetch = bentSend;
      XMLHttpRequest.prototype.open = bentOpen as typeof open;
    }
    return end;
  }

  if (deed.kind === 'no-popup') {
    const native = page.open;
    const bent = new Proxy(native, {
      apply(target, self, args: Parameters<typeof open>) {
        if (!bend.take()) return Reflect.apply(target, self, args);
        // Libraries open an empty window first, and its URL says nothing.
        const [to] = args;
        bend.hit({ ...here, ...(/^https?:/i.test(String(to)) ? { url: String(to) } : {}) });
        return null;
      },
    });
    page.open = bent;
    return () => {
      if (page.open === bent) page.open = native;
    };
  }

  if (deed.kind === 'change-navigation') {
    interface Leaving extends Event {
      readonly destination: { readonly url: string };
      readonly formData: unknown;
    }
    const { name, value, appends } = deed;
    /** Null for what the plan is not about. */
    const changed = (url: string): string | null => {
      const target = new URL(url, document.baseURI);
      const before = target.searchParams.get(name);
      if (before === null || !bend.wants('GET', target.href) || !bend.take()) return null;
      const after = appends ? `${before}${value}` : value;
      target.searchParams.set(name, after);
      bend.hit({ ...here, url: target.href, name, before, after });
      return target.href;
    };
    const onLeave = (event: Event): void => {
      const { destination, formData } = event as Leaving;
      const to = event.cancelable && !formData ? changed(destination.url) : null;
      if (to === null) return;
      event.preventDefault();
      void bend.told().then(() => location.assign(to));
    };
    const navigation: unknown = Reflect.get(page, 'navigation');
    if (navigation instanceof EventTarget) navigation.addEventListener('navigate', onLeave);
    const native = page.open;
    const bent = new Proxy(native, {
      apply: (target, self, args: Parameters<typeof open>) =>
        Reflect.apply(target, self, [changed(String(args[0] ?? '')) ?? args[0], ...args.slice(1)]),
    });
    page.open = bent;
    return () => {
      if (navigation instanceof EventTarget) navigation.removeEventListener('navigate', onLeave);
      if (page.open === bent) page.open = native;
    };
  }

  if (deed.kind === 'load-again') {
    const SETTLED = 500;
    const [entry] = performance.getEntriesByType('navigation');
    // The page may have removed the code from its URL already. Its history entry had it.
    const loaded = [location.href, entry?.name ?? ''].find((url) => {
      const [own = '', rest = ''] = url.split(/[?#](.*)/s, 2);
      return own === deed.url.split(/[?#]/, 1)[0] && /(?:^|[&#?])code=/.test(rest);
    });
    const again = (): void => {
      if (loaded === undefined || !bend.take()) return;
      bend.hit({ ...here, at: Date.now(), url: loaded });
      void bend.told().then(() => {
        // What differs in the fragment alone is not loaded again.
        if (loaded === location.href) location.reload();
        else location.replace(loaded);
      });
    };
    // Earlier, the application would not have taken the code the first time.
    const wait = (): void => {
      setTimeout(document.readyState === 'complete' ? again : wait, SETTLED);
    };
    if (loaded !== undefined && bend.isNew) wait();
  }

  if (deed.kind === 'go' && bend.take()) {
    const { url } = deed;
    bend.hit({ ...here, url });
    setTimeout(() => location.assign(url), 0);
  }
  return () => {};
}
