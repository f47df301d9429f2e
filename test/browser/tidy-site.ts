import { openSite } from './site-server.ts';

/** A client that logs in again and again, and takes the code out of its URL once it has tokens. */
export interface TidySite {
  readonly url: string;
  /** Page that begins the logins. `window.logins` counts the finished ones. */
  readonly start: string;
  close(): Promise<void>;
}

/** How often the client logs in. */
export const LOGINS = 100;
/** Milliseconds for which a page stays after its login. */
const STAYS = 150;

const callback = (login: number) => `<!doctype html><title>callback</title><script type="module">
const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 's6BhdRkqt3', redirect_uri: location.origin + '/callback', code: 'c-${login}' });
await (await fetch('/token', { method: 'POST', body })).json();
history.replaceState(null, '', '/home');
window.logins = ${login};
if (${login} < ${LOGINS}) setTimeout(() => { location.href = '/authorize?login=${login + 1}'; }, ${STAYS});
</script>`;

/** The response names its login, so that a response of another login is noticed. */
const tokens = (login: string) =>
  JSON.stringify({ access_token: `at-${login}`, token_type: 'Bearer', padding: 'x'.repeat(2_000) });

/** Starts client and authorization server on one free port of localhost. */
export async function startTidySite(): Promise<TidySite> {
  const { origin, close } = await openSite(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const html = { 'content-type': 'text/html' };
    if (url.pathname === '/authorize') {
      const location = `/callback?code=c-${url.searchParams.get('login')}&state=xyz`;
      response.writeHead(302, { location }).end();
    } else if (url.pathname === '/callback') {
      const login = Number(/\d+/.exec(url.searchParams.get('code') ?? '')?.[0] ?? 1);
      response.writeHead(200, html).end(callback(login));
    } else if (url.pathname === '/token') {
      const code = new URLSearchParams(body).get('code') ?? '';
      // A real server takes a moment.
      setTimeout(() => {
        const json = { 'content-type': 'application/json', 'cache-control': 'no-store' };
        response.writeHead(200, json).end(tokens(code.slice(2)));
      }, 30);
    } else response.writeHead(200, html).end('<!doctype html><p>ok');
  });
  const url = `${origin}/`;
  return {
    url,
    start: `${url}authorize?login=1`,
    close,
  };
}
