import type { Bend } from './bend.ts';

/**
 * Wraps `fetch` in the page and returns what takes the wrapper away. It is sent to the page as text, so
 * it uses nothing but its argument and what every page has.
 */
export function bentFetch(bend: Bend): () => void {
  const page = globalThis;
  const native = page.fetch;
  const { deed } = bend.plan;

  const textOf = async (request: Request | null, init: RequestInit | undefined) => {
    const body = init?.body ?? null;
    if (typeof body === 'string') return body;
    if (body instanceof URLSearchParams) return body.toString();
    if (body !== null || !request || request.bodyUsed || request.method === 'GET') return '';
    return request.clone().text();
  };

  const headersOf = (request: Request | null, init: RequestInit | undefined): Headers =>
    new Headers(init?.headers ?? request?.headers ?? {});

  const answered = (url: string): Response => {
    if (deed.kind !== 'answer') throw new TypeError('Failed to fetch');
    const { status, statusText, headers, body } = deed;
    const response = new Response(body, { status, statusText, headers });
    Object.defineProperty(response, 'url', { value: url });
    return response;
  };

  const failure = (): TypeError =>
    new TypeError(
      /Firefox/.test(navigator.userAgent)
        ? 'NetworkError when attempting to fetch resource.'
        : 'Failed to fetch',
    );

  const bent = new Proxy(native, {
    apply(target, self, args: Parameters<typeof fetch>) {
      const send = (...other: Parameters<typeof fetch>): Promise<Response> =>
        Reflect.apply(target, self, other);
      const [input, init] = args;
      const request = input instanceof Request ? input : null;
      let url = '';
      let method = '';
      try {
        url = new URL(request ? request.url : String(input), document.baseURI).href;
        method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
        if (!bend.wants(method, url)) return send(...args);
      } catch {
        return send(...args);
      }
      const signal = init?.signal ?? request?.signal ?? null;
      const carryOut = async (): Promise<Response> => {
        const text = await textOf(request, init).catch(() => '');
        const headers = headersOf(request, init);
        const authorization = headers.get('authorization') ?? '';
        const fits = deed.kind === 'change-token' ? /^\S+ ./.test(authorization) : bend.has(text);
        if (!fits || signal?.aborted || !bend.take()) return send(...args);
        const told = { method, url, headers: [...headers], body: text };
        if (deed.kind === 'change-parameter') {
          const { text: body, before } = bend.changed(text);
          bend.hit({ ...told, body, name: deed.name, before, after: deed.value, delay: 0 });
          await bend.told();
          const form = init?.body instanceof URLSearchParams;
          const sent = form ? new URLSearchParams(body) : body;
          return request && !init?.body
            ? send(new Request(request, { body: sent }), init)
            : send(input, { ...init, body: sent });
        }
        if (deed.kind === 'change-token') {
          const [scheme = '', before = ''] = authorization.split(/ +/, 2);
          headers.set('authorization', `${scheme} ${deed.value}`);
          const change = { name: 'authorization', before, after: deed.value };
          bend.hit({ ...told, headers: [...headers], ...change, delay: 0 });
          await bend.told();
          return send(input, { ...init, headers });
        }
        if (deed.kind === 'late') {
          bend.hit({ ...told, delay: deed.by });
          await bend.wait(deed.by, signal);
          return send(...args);
        }
        if (deed.kind === 'twice') {
          bend.hit({ ...told, delay: 0 });
          await bend.told();
          const copy = request && !init?.body ? request.clone() : input;
          await send(copy, init).catch(() => null);
          return send(...args);
        }
        if (deed.kind === 'withheld') {
          bend.hit({ ...told, delay: 0 });
          await bend.told();
          await send(...args);
          throw failure();
        }
        bend.hit({ ...told, delay: null });
        // The call counts as held from its beginning: DevTools ask before it is told of.
        const over = bend.wait(deed.kind === 'lost' ? deed.after : 0, signal);
        await Promise.all([bend.told(), over]);
        if (deed.kind === 'answer') return answered(url);
        throw failure();
      };
      return carryOut();
    },
  });
  page.fetch = bent;
  return () => {
    if (page.fetch === bent) page.fetch = native;
  };
}
