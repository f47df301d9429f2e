import type http from 'node:http';
import { openSite } from './site-server.ts';

/** A plain client, and a plain authorization server of another origin. */
export interface OAuthSite {
  readonly app: string;
  readonly as: string;
  /** Headers of the requests for metadata, in order. */
  readonly askedForMetadata: readonly http.IncomingHttpHeaders[];
  close(): Promise<void>;
}

type Handler = (request: http.IncomingMessage, response: http.ServerResponse, url: URL) => void;

async function listen(handler: Handler) {
  const { origin, close } = await openSite((request, response) => {
    handler(request, response, new URL(request.url ?? '/', 'http://localhost'));
  });
  return { url: origin, close };
}

/**
 * Exchanges the code, then makes a call whose answer CORS withholds and a call whose preflight
 * fails.
 */
const callbackPage = (as: string) => `<!doctype html><title>callback</title><script type="module">
const body = new URLSearchParams({ grant_type: 'authorization_code', code: new URLSearchParams(location.search).get('code') });
const token = await fetch('${as}/token', { method: 'POST', body });
await token.json();
await fetch('${as}/token?cors=none', { method: 'POST', body }).catch(() => {});
await fetch('${as}/userinfo', { headers: { authorization: 'Bearer at-1' } }).catch(() => {});
document.documentElement.dataset.state = 'done';
</script>`;

function authorizationServer(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  url: URL,
  asked: http.IncomingHttpHeaders[],
) {
  request.resume();
  const origin = request.headers.origin ?? '';
  if (url.pathname === '/authorize') {
    const target = new URL(url.searchParams.get('redirect_uri') ?? '');
    target.search = `?code=c-1&state=${url.searchParams.get('state')}`;
    response.writeHead(302, { location: target.href }).end();
  } else if (url.pathname === '/token') {
    const cors = url.searchParams.has('cors') ? {} : { 'access-control-allow-origin': origin };
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', ...cors };
    response.writeHead(200, headers).end('{"access_token":"at-1","token_type":"Bearer"}');
  } else if (url.pathname.startsWith('/.well-known/')) {
    asked.push(request.headers);
    // Only one of the two places lets other origins read it.
    const open = url.pathname.endsWith('/openid-configuration');
    const issuer = `http://${request.headers.host}`;
    const metadata = { issuer, authorization_endpoint: `${issuer}/authorize` };
    response
      .writeHead(200, {
        'content-type': 'application/json',
        'set-cookie': 'seen=1; Path=/',
        ...(open ? { 'access-control-allow-origin': '*' } : {}),
      })
      .end(JSON.stringify(metadata));
  } else response.writeHead(404).end();
}

/** Starts both servers on free ports of localhost. */
export async function startOAuthSite(): Promise<OAuthSite> {
  const askedForMetadata: http.IncomingHttpHeaders[] = [];
  const as = await listen((request, response, url) =>
    authorizationServer(request, response, url, askedForMetadata),
  );
  const app = await listen((request, response, url) => {
    request.resume();
    if (url.pathname === '/start') {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 's6BhdRkqt3',
        state: 'xyz',
        redirect_uri: `http://${request.headers.host}/callback`,
      });
      response.writeHead(302, { location: `${as.url}/authorize?${query}` }).end();
    } else {
      const page = url.pathname === '/callback' ? callbackPage(as.url) : '<!doctype html><p>ok';
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    }
  });
  const close = async () => {
    await Promise.all([app.close(), as.close()]);
  };
  return { app: app.url, as: as.url, askedForMetadata, close };
}
