import type http from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { openSite } from './site-server.ts';

/** A client and an authorization server of another origin that signs its ID tokens. */
export interface TokenSite {
  /** A page that logs in and gets tokens. It does not request the keys. */
  readonly login: string;
  /** A login whose callback does not get its cookie back, because of its Path. */
  readonly losesCookie: string;
  readonly home: string;
  close(): Promise<void>;
}

type Answer = (url: URL, origin: string) => Promise<Reply>;

interface Reply {
  readonly status: number;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body?: string;
}

async function listen(answer: Answer) {
  const { origin, close } = await openSite(async (request, response) => {
    request.resume();
    const own = `http://${request.headers.host}`;
    const { status, headers, body } = await answer(new URL(request.url ?? '/', own), own);
    response.writeHead(status, headers).end(body ?? '');
  });
  return { url: origin, close };
}

const json = (value: unknown): Reply => ({
  status: 200,
  headers: {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
  },
  body: JSON.stringify(value),
});

const html = (body: string, status = 200, headers: http.OutgoingHttpHeaders = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: `<!doctype html><title>client</title>${body}`,
});

const callbackPage = (as: string, own: string) => `<script type="module">
const code = new URLSearchParams(location.search).get('code');
const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 's6BhdRkqt3', code, redirect_uri: '${own}/callback' });
await (await fetch('${as}/token', { method: 'POST', body })).json();
document.documentElement.dataset.state = 'done';
</script>`;

async function authorizationServer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', use: 'sig', alg: 'ES256' };
  let nonce = '';
  const idToken = (issuer: string) =>
    new SignJWT({ nonce })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(issuer)
      .setSubject('248289761001')
      .setAudience('s6BhdRkqt3')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  return listen(async (url, own) => {
    switch (url.pathname) {
      case '/authorize': {
        const { searchParams } = url;
        nonce = searchParams.get('nonce') ?? '';
        const target = new URL(searchParams.get('redirect_uri') ?? own);
        target.search = `${new URLSearchParams({ code: 'SplxlOBeZQQYbYS6WxSbIA', state: searchParams.get('state') ?? '' })}`;
        return { status: 302, headers: { location: target.href } };
      }
      case '/token':
        return json({
          access_token: 'SlAV32hkKG',
          token_type: 'Bearer',
          expires_in: 3600,
          id_token: await idToken(own),
        });
      case '/.well-known/openid-configuration':
        return json({
          issuer: own,
          authorization_endpoint: `${own}/authorize`,
          token_endpoint: `${own}/token`,
          jwks_uri: `${own}/jwks`,
        });
      case '/jwks':
        return json({ keys: [key] });
      default:
        return { status: 404, headers: {} };
    }
  });
}

/** Starts both servers on free ports of localhost. */
export async function startTokenSite(): Promise<TokenSite> {
  const as = await authorizationServer();
  const app = await listen(async (url, own) => {
    const begin = (path: string, state: string, cookie: string): Reply => {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: 's6BhdRkqt3',
        scope: 'openid',
        state,
        nonce: 'n-0S6_WzA2Mj-n-0S6',
        redirect_uri: `${own}${path}`,
      });
      const location = `${as.url}/authorize?${query}`;
      return { status: 302, headers: { location, 'set-cookie': cookie } };
    };
    switch (url.pathname) {
      case '/login':
        return begin('/callback', 'af0ifjsldkj-1', 'login_state=af0ifjsldkj-1; Path=/; HttpOnly');
      case '/lost':
        return begin(
          '/return',
          'af0ifjsldkj-2',
          'lost_state=af0ifjsldkj-2; Path=/elsewhere; HttpOnly',
        );
      case '/callback':
        return html(callbackPage(as.url, own));
      case '/return':
        return html('<h1>Login failed</h1><p>The state cookie is missing.</p>', 400);
      default:
        return html('<p>ok');
    }
  });
  return {
    home: app.url,
    login: `${app.url}/login`,
    losesCookie: `${app.url}/lost`,
    close: async () => {
      await Promise.all([app.close(), as.close()]);
    },
  };
}
