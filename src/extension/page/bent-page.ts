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
    const native = page.Date;
    const shifted = (): number => {
      if (bend.take()) bend.hit({ ...here, name: 'Date', after: String(by) });
      return native.now() + by;
    };
    const bent = new Proxy(native, {
      construct: (target, args, newTarget) =>
        Reflect.construct(target, args.length === 0 ? [shifted()] : args, newTarget),
      apply: (target) => new target(shifted()).toString(),
      get: (target, name, receiver) =>
        name === 'now' ? shifted : Reflect.get(target, name, receiver),
    });
    page.Date = bent;
    return () => {
      if (page.Date === bent) page.Date = native;
    };
  }

  if (deed.kind === 'no-popup') {
    const native = page.open;
    const bent = new Proxy(native, {
      apply(target, self, args: Parameters<typeof open>) {
        if (!bend.take()) return Reflect.apply(target, self, args);
        bend.hit({ ...here, url: String(args[0] ?? '') });
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
    const [entry] = performance.getEntriesByType('navigation');
    const wasReloaded = (entry as PerformanceNavigationTiming | undefined)?.type === 'reload';
    const [own = '', rest = ''] = location.href.split(/[?#](.*)/s, 2);
    const isCallback = own === deed.url.split(/[?#]/, 1)[0] && /(?:^|[&#?])code=/.test(rest);
    if (isCallback && !wasReloaded && bend.take()) {
      bend.hit(here);
      setTimeout(() => location.reload(), 0);
    }
  }

  if (deed.kind === 'go' && bend.take()) {
    const { url } = deed;
    bend.hit({ ...here, url });
    setTimeout(() => location.assign(url), 0);
  }
  return () => {};
}
