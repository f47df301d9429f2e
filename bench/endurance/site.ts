import { openSite, type SiteServer } from '../../test/browser/site-server.ts';

/** A code that the token endpoint has redeemed. */
export interface Redeemed {
  readonly code: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A client with an API, and its authorization server. */
export interface EnduranceSite extends SiteServer {
  /** In order. */
  readonly redeemed: readonly Redeemed[];
}

const page = (script: string) => `<!doctype html><title>app</title><script>
window.calls = async (count, every) => {
  let left = count;
  const one = async () => {
    while (left-- > 0) {
      const headers = left % every === 0 ? { authorization: 'Bearer at-of-a-long-day-1' } : {};
      await (await fetch('/api/items/' + left, { headers })).text();
    }
  };
  await Promise.all(Array.from({ length: 6 }, one));
};
${script}</script>`;

/** Redeems the code and, as most applications do, removes it from the URL. */
const CALLBACK = page(`(async () => {
  const query = new URLSearchParams(location.search);
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 's6BhdRkqt3', redirect_uri: location.origin + '/callback', code: query.get('code') });
  await (await fetch('/token', { method: 'POST', body })).json();
  history.replaceState(null, '', '/home');
  document.documentElement.dataset.login = query.get('code');
})();`);

/** Starts the site on a free port of localhost. */
export async function startEnduranceSite(): Promise<EnduranceSite> {
  const redeemed: Redeemed[] = [];
  let logins = 0;
  const site = await openSite(async (request, response) => {
    let form = '';
    for await (const chunk of request) form += String(chunk);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, text: string) =>
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
    const go = (location: string) => response.writeHead(302, { location }).end();
    if (url.pathname === '/login') {
      logins += 1;
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 's6BhdRkqt3',
        state: `state-of-login-${logins}`,
        redirect_uri: `http://${request.headers.host}/callback`,
      });
      go(`/authorize?${query}`);
    } else if (url.pathname === '/authorize') {
      const state = url.searchParams.get('state') ?? '';
      const code = `code-${state}`;
      go(`${url.searchParams.get('redirect_uri')}?${new URLSearchParams({ code, state })}`);
    } else if (url.pathname === '/token') {
      redeemed.push({ code: new URLSearchParams(form).get('code') ?? '', at: Date.now() });
      const token = { access_token: `at-${redeemed.length}-of-a-long-day`, token_type: 'Bearer' };
      send('application/json', JSON.stringify(token));
    } else if (url.pathname.startsWith('/api/')) {
      send('application/json', JSON.stringify({ item: url.pathname, text: 'lorem '.repeat(50) }));
    } else send('text/html', url.pathname === '/callback' ? CALLBACK : page(''));
  });
  return { ...site, redeemed };
}
