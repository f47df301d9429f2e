import type http from 'node:http';
import { IMAGE } from '../hostile/breakers.ts';
import { openSite } from './site-server.ts';

/** What goes wrong, and where. */
export type HostileKind =
  | 'markup' // in every parameter, header and body
  | 'error-answer' // of the token endpoint
  | 'error-page' // of the authorization endpoint
  | 'long-json'
  | 'long-page'
  | 'many-claims';

/** A malicious client, and a malicious authorization server of another origin. */
export interface HostileSite {
  readonly app: string;
  /** A page with a link that starts a login. When the login has ended, its page says `done`. */
  home(kind: HostileKind): string;
  close(): Promise<void>;
}

const SIZE = 50_000_000;
const CLAIMS = 10_000;

/** The client of one kind of login. */
export const clientOf = (kind: HostileKind): string => `client-${kind}`;

type Handler = (request: http.IncomingMessage, url: URL, body: string) => Answer;

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function listen(handler: Handler) {
  const { origin, close } = await openSite((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const {
        status,
        headers,
        body = '',
      } = handler(request, url, Buffer.concat(chunks).toString());
      response.writeHead(status, { 'x-trace-id': IMAGE, ...headers }).end(body);
    });
  });
  return { url: origin, close };
}

const unsigned = (claims: object): string =>
  `${[{ alg: 'none', [IMAGE]: IMAGE }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

const manyClaims = () =>
  Object.fromEntries(Array.from({ length: CLAIMS }, (_, index) => [`claim_${index}`, index]));

const TOKENS = { access_token: 'at-1-kZ8', token_type: 'Bearer', expires_in: 60 };

function tokenAnswer(kind: string): Answer & { readonly type: string } {
  const json = (status: number, value: object) => ({
    status,
    type: 'application/json',
    body: JSON.stringify(value),
  });
  switch (kind as HostileKind) {
    case 'error-answer':
      return json(400, {
        error: IMAGE,
        error_description: IMAGE,
        error_uri: IMAGE,
        [IMAGE]: IMAGE,
      });
    case 'long-json':
      return json(200, { ...TOKENS, padding: 'x'.repeat(SIZE) });
    case 'long-page':
      return {
        status: 200,
        type: 'text/html',
        body: `<title>Sorry</title>${'<p>Sorry.'.repeat(SIZE / 9)}`,
      };
    case 'many-claims':
      return json(200, { ...TOKENS, id_token: unsigned(manyClaims()) });
    default: {
      const id_token = unsigned({
        iss: IMAGE,
        sub: IMAGE,
        aud: IMAGE,
        nonce: IMAGE,
        [IMAGE]: { [IMAGE]: IMAGE },
      });
      return json(200, { ...TOKENS, scope: IMAGE, id_token, [IMAGE]: [IMAGE] });
    }
  }
}

const kindOf = (client: string | null): string => /^client-([a-z-]+)/.exec(client ?? '')?.[1] ?? '';

function authorization(kind: string, params: URLSearchParams): Answer {
  if (kind === 'error-page') {
    const text = IMAGE.replaceAll('<', '&lt;');
    return {
      status: 400,
      headers: { 'content-type': 'text/html' },
      body: `<!doctype html><html data-state="done"><title>${text}</title>invalid redirect_uri ${text}`,
    };
  }
  const target = new URL(params.get('redirect_uri') ?? '');
  const state = params.get('state') ?? '';
  const iss = kind === 'markup' ? IMAGE : '';
  const query = { code: `c-${kind}-1`, state, ...(iss && { iss, [IMAGE]: IMAGE }) };
  target.search = new URLSearchParams(query).toString();
  return { status: 302, headers: { location: target.href } };
}

function authorizationServer(request: http.IncomingMessage, url: URL, body: string): Answer {
  const kind = kindOf(
    url.searchParams.get('client_id') ?? new URLSearchParams(body).get('client_id'),
  );
  const cors = {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-headers': 'authorization',
  };
  if (url.pathname === '/authorize') return authorization(kind, url.searchParams);
  if (url.pathname === '/token') {
    const { type, ...answer } = tokenAnswer(kind);
    return { ...answer, headers: { ...cors, 'content-type': type, 'cache-control': 'no-store' } };
  }
  if (request.method === 'OPTIONS') return { status: 204, headers: cors };
  const challenge = `Bearer error="invalid_token", error_description='${IMAGE.replaceAll('"', "'")}'`;
  return { status: 401, headers: { ...cors, 'www-authenticate': challenge }, body: IMAGE };
}

/** Exchanges the code and, with a token, makes a call that is refused. */
const callbackPage = (
  as: string,
  app: string,
) => `<!doctype html><title>callback</title><script type="module">
const code = new URLSearchParams(location.search).get('code');
const kind = code.slice(2, -2);
const more = kind === 'markup' ? ${JSON.stringify({ [IMAGE]: IMAGE, scope: IMAGE })} : {};
const body = new URLSearchParams({ grant_type: 'authorization_code', code, client_id: 'client-' + kind, redirect_uri: '${app}/callback', ...more });
const answer = await fetch('${as}/token', { method: 'POST', body });
await answer.text();
if (kind === 'markup') {
  const call = await fetch('${as}/api?' + new URLSearchParams(more), { headers: { authorization: 'Bearer at-1-kZ8' } });
  await call.text();
}
document.documentElement.dataset.state = 'done';
</script>`;

/** Starts both servers on free ports of localhost. */
export async function startHostileSite(): Promise<HostileSite> {
  const as = await listen(authorizationServer);
  const app = await listen((request, url) => {
    const origin = `http://${request.headers.host}`;
    if (url.pathname === '/callback') {
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: callbackPage(as.url, origin),
      };
    }
    const kind = url.searchParams.get('kind') ?? '';
    if (url.pathname !== '/start') {
      const body = `<!doctype html><a id="start" href="/start?kind=${kind}">Log in</a>`;
      return { status: 200, headers: { 'content-type': 'text/html' }, body };
    }
    const isMarkup = kind === 'markup' || kind === 'error-page';
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: `client-${kind}${isMarkup ? IMAGE : ''}`,
      redirect_uri: `${origin}/callback`,
      state: isMarkup ? IMAGE : 'xyz-17',
      ...(isMarkup && { scope: IMAGE, nonce: IMAGE, code_challenge: IMAGE, [IMAGE]: IMAGE }),
    });
    return { status: 302, headers: { location: `${as.url}/authorize?${query}` } };
  });
  return {
    app: app.url,
    home: (kind) => `${app.url}/?kind=${kind}`,
    close: async () => {
      await Promise.all([app.close(), as.close()]);
    },
  };
}
