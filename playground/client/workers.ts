interface Answer {
  readonly status: number;
  readonly headers: [string, string][];
  readonly text: string;
  readonly error?: string;
}

interface Recipient {
  postMessage(message: unknown, transfer: Transferable[]): void;
}

const SCRIPT = '/token-worker.js';

/** A fetch by a dedicated worker. auth0-spa-js uses one to keep refresh tokens off the page. */
export const fetchInWorker: typeof fetch = (url, init) => askFor(new Worker(SCRIPT), url, init);

/** A fetch by the page's service worker. */
export const fetchInServiceWorker: typeof fetch = async (url, init) => {
  await navigator.serviceWorker.register(SCRIPT);
  const { active } = await navigator.serviceWorker.ready;
  if (!active) throw new Error('the service worker did not start');
  return askFor(active, url, init);
};

function askFor(
  worker: Recipient,
  url: Parameters<typeof fetch>[0],
  init: RequestInit = {},
): Promise<Response> {
  const { port1: here, port2: there } = new MessageChannel();
  const { method = 'GET', headers, body } = init;
  const sent = { method, headers: [...new Headers(headers)], body: body ? String(body) : null };
  worker.postMessage({ url: String(url), init: sent }, [there]);
  return new Promise((resolve, reject) => {
    here.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.error !== undefined) reject(new Error(data.error));
      else resolve(new Response(data.text, { status: data.status, headers: data.headers }));
    };
  });
}
