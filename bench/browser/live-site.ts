import { openSite, type SiteServer } from '../../test/browser/site-server.ts';

/**
 * An app that calls its API, and an authorization server that refuses every code. `window.calls(count, every)` calls the API, each `every`-th time
 * with a token, and resolves to milliseconds. `window.refuse(code)` resolves to when the refusal was
 * read.
 */
const PAGE = `<!doctype html><title>app</title><script type="module">
let sent = 0;
window.sentCalls = () => sent;
window.calls = async (count, every) => {
  const start = performance.now();
  const end = sent + count;
  const one = async () => {
    while (sent < end) {
      const number = ++sent;
      const headers = every > 0 && number % every === 0 ? { authorization: 'Bearer at-of-the-bench-1' } : {};
      await (await fetch('/api/items/' + number, { headers })).json();
    }
  };
  await Promise.all(Array.from({ length: 6 }, one));
  return performance.now() - start;
};
window.refuse = async (code) => {
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 's6BhdRkqt3', redirect_uri: location.origin + '/cb', code });
  await (await fetch('/token', { method: 'POST', body })).text();
  return Date.now();
};
</script>`;

function answerOf(url: string): { readonly status: number; readonly type: string; text: string } {
  if (url === '/token') {
    return { status: 400, type: 'application/json', text: '{"error":"invalid_grant"}' };
  }
  if (url.startsWith('/api/')) {
    const item = { item: url, text: 'lorem ipsum '.repeat(80) };
    return { status: 200, type: 'application/json', text: JSON.stringify(item) };
  }
  return { status: 200, type: 'text/html', text: PAGE };
}

/** Starts the site on a free port of localhost. */
export function startLiveSite(): Promise<SiteServer> {
  return openSite((request, response) => {
    request.resume();
    const { status, type, text } = answerOf(request.url ?? '/');
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
  });
}
