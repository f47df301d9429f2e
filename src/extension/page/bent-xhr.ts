import type { Bend } from './bend.ts';

/**
 * Wraps `XMLHttpRequest` in the page and returns what takes the wrapper away. It is sent to the page as
 * text, so it uses nothing but its argument and what every page has.
 */
export function bentXhr(bend: Bend): () => void {
  interface Open {
    readonly method: string;
    readonly url: string;
    readonly headers: [string, string][];
  }
  const { prototype } = XMLHttpRequest;
  const { open, send, setRequestHeader } = prototype;
  const { deed } = bend.plan;
  const opened = new WeakMap<XMLHttpRequest, Open>();
  /** Calls that go out with another token when DevTools know of it. */
  const held = new WeakSet<XMLHttpRequest>();

  const pretend = (call: XMLHttpRequest, url: string): void => {
    const values: Record<string, unknown> =
      deed.kind === 'answer'
        ? { status: deed.status, statusText: deed.statusText, responseText: deed.body }
        : { status: 0, statusText: '', responseText: '' };
    const headers = deed.kind === 'answer' ? deed.headers : {};
    values.readyState = 4;
    values.responseURL = deed.kind === 'answer' ? url : '';
    values.response = values.responseText;
    if (call.responseType === 'json' && deed.kind === 'answer') {
      try {
        values.response = JSON.parse(deed.body);
      } catch {
        values.response = null;
      }
    }
    values.getResponseHeader = (name: string) => headers[name.toLowerCase()] ?? null;
    values.getAllResponseHeaders = () =>
      Object.entries(headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('');
    for (const [name, value] of Object.entries(values))
      Object.defineProperty(call, name, { value, configurable: true });
    call.dispatchEvent(new Event('readystatechange'));
    for (const type of [deed.kind === 'answer' ? 'load' : 'error', 'loadend'])
      call.dispatchEvent(new ProgressEvent(type));
  };

  prototype.open = new Proxy(open, {
    apply(target, self: XMLHttpRequest, args: [string, string | URL, boolean?]) {
      try {
        const [method, url, isAsync = true] = args;
        const absolute = new URL(String(url), document.baseURI).href;
        if (isAsync && bend.wants(String(method).toUpperCase(), absolute))
          opened.set(self, { method: method.toUpperCase(), url: absolute, headers: [] });
        else opened.delete(self);
      } catch {
        opened.delete(self);
      }
      return Reflect.apply(target, self, args);
    },
  });

  prototype.setRequestHeader = new Proxy(setRequestHeader, {
    apply(target, self: XMLHttpRequest, args: [string, string]) {
      const call = opened.get(self);
      const [name, value] = args;
      const [scheme = '', before = ''] = String(value).split(/ +/, 2);
      call?.headers.push([String(name), String(value)]);
      const isToken = call && deed.kind === 'change-token' && /^authorization$/i.test(name);
      if (!isToken || before === '' || !bend.take()) return Reflect.apply(target, self, args);
      const changed = `${scheme} ${deed.value}`;
      call.headers.splice(-1, 1, [name, changed]);
      bend.hit({ ...call, name: 'authorization', before, after: deed.value, delay: 0 });
      held.add(self);
      return Reflect.apply(target, self, [name, changed]);
    },
  });

  prototype.send = new Proxy(send, {
    apply(target, self: XMLHttpRequest, args: [(Document | XMLHttpRequestBodyInit | null)?]) {
      const go = (body = args[0]): void => Reflect.apply(target, self, [body]);
      const call = opened.get(self);
      const [body] = args;
      const text =
        typeof body === 'string' ? body : body instanceof URLSearchParams ? body.toString() : '';
      if (call && held.delete(self)) {
        void bend.told().then(() => go());
        return;
      }
      if (!call || deed.kind === 'change-token' || !bend.has(text) || !bend.take()) return go();
      const told = { ...call, body: text };
      if (deed.kind === 'change-parameter') {
        const { text: other, before } = bend.changed(text);
        bend.hit({ ...told, body: other, name: deed.name, before, after: deed.value, delay: 0 });
        const sent = body instanceof URLSearchParams ? new URLSearchParams(other) : other;
        void bend.told().then(() => go(sent));
        return;
      }
      if (deed.kind === 'late') {
        bend.hit({ ...told, delay: deed.by });
        void bend.wait(deed.by).then(() => go());
        return;
      }
      if (deed.kind === 'twice' || deed.kind === 'withheld') {
        bend.hit({ ...told, delay: 0 });
        const copy = { method: call.method, headers: call.headers, body: text || null };
        void bend
          .told()
          .then(() => fetch(call.url, copy))
          .catch(() => null)
          .then(() => (deed.kind === 'twice' ? go() : pretend(self, call.url)));
        return;
      }
      bend.hit({ ...told, delay: null });
      const over = bend.wait(deed.kind === 'lost' ? deed.after : 0);
      void Promise.all([bend.told(), over]).then(() => pretend(self, call.url));
    },
  });

  const ours = { open: prototype.open, send: prototype.send, set: prototype.setRequestHeader };
  return () => {
    if (prototype.open === ours.open) prototype.open = open;
    if (prototype.send === ours.send) prototype.send = send;
    if (prototype.setRequestHeader === ours.set) prototype.setRequestHeader = setRequestHeader;
  };
}
