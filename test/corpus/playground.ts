import { request as askPlainly, type IncomingMessage } from 'node:http';
import { request as askOverTls } from 'node:https';
import { readBody } from '../../playground/http.ts';
import { type Playground, startPlayground } from '../../playground/server.ts';
import type { Destination, Exchange, RequestMode } from '../../src/http/exchange.ts';
import { headerValue } from '../../src/http/headers.ts';
import { htmlTokens } from '../../src/http/html-tokens.ts';
import { isHtml } from '../../src/http/media-type.ts';
import { exchange } from '../helpers/exchanges.ts';
import type { Recorded } from './recorded.ts';

/** Routes that begin a login without any parameter. */
const BEGINS_LOGIN: ReadonlySet<string> = new Set(['GET /server/login', 'GET /heavy/login']);

/** One request, and as what a browser sends it. */
interface Visit {
  readonly method: string;
  readonly url: string;
  readonly as: 'page' | 'asset' | 'call';
}

const FETCHED: Readonly<Record<Visit['as'], { destination: Destination; mode: RequestMode }>> = {
  page: { destination: 'document', mode: 'navigate' },
  asset: { destination: 'other', mode: 'no-cors' },
  call: { destination: 'empty', mode: 'cors' },
};

/**
 * Everything that the playground serves without a login, as a browser fetches it: each route of the
 * app, what browsers ask any server for, and what the pages refer to.
 */
export async function playgroundPages(): Promise<readonly Recorded[]> {
  const playground = await startPlayground({ ports: 'random' });
  try {
    return await visitAll(playground);
  } finally {
    await playground.close();
  }
}

async function visitAll(playground: Playground): Promise<readonly Recorded[]> {
  const open = [...ofApp(playground), ...ofServers(playground)];
  const seen = new Set<string>();
  const recorded: Recorded[] = [];
  for (let visit = open.shift(); visit; visit = open.shift()) {
    const { method, url, as } = visit;
    if (seen.has(`${method} ${url} ${as}`)) continue;
    seen.add(`${method} ${url} ${as}`);
    const answered = await fetchAsBrowser(visit, playground);
    if (asksForToken(answered)) continue;
    recorded.push({
      name: `playground: ${as} ${method} ${placeOf(url, playground)}`,
      exchange: answered,
    });
    if (as === 'page') open.push(...referencesOf(answered));
  }
  return recorded;
}

/** Every route of the app without the parameters that would make it part of a login. */
function ofApp({ url, routes, scenarios }: Playground): readonly Visit[] {
  return routes
    .filter((route) => !BEGINS_LOGIN.has(route))
    .flatMap((route): readonly Visit[] => {
      const [method = '', path = ''] = route.split(' ');
      const asked = new URL(path, url).href;
      if (method === 'GET')
        return (['page', 'call'] as const).map((as) => ({ method, url: asked, as }));
      if (path !== '/arm') return [{ method, url: asked, as: 'call' }];
      return scenarios.map(({ name }) => ({
        method,
        url: `${asked}?scenario=${name}`,
        as: 'call',
      }));
    });
}

/** What users and browsers ask any server for. */
function ofServers({ url, issuer, api, upstream, secure }: Playground): readonly Visit[] {
  const asked: readonly (readonly [string, string, Visit['as']])[] = [
    ['GET', '/', 'page'],
    ['GET', '/no-such-page', 'page'],
    ['GET', '/login/of-yesterday', 'page'],
    ['GET', '/device', 'page'],
    ['GET', '/favicon.ico', 'asset'],
    ['GET', '/api/me', 'call'],
    ['OPTIONS', '/api/me', 'call'],
  ];
  return [url, issuer, api, upstream, secure].flatMap((origin) =>
    asked.map(([method, path, as]) => ({ method, url: new URL(path, origin).href, as })),
  );
}

/** RFC 6750 section 3: such an answer is OAuth. */
function asksForToken({ response }: Exchange): boolean {
  return headerValue(response?.headers ?? [], 'www-authenticate') !== null;
}

/** Scripts, pictures and links of a page, where they lead to the same server. */
function referencesOf({ request, response }: Exchange): readonly Visit[] {
  const { body, headers = [] } = response ?? {};
  if (!body || !('text' in body) || !isHtml(headerValue(headers, 'content-type'))) return [];
  return [...htmlTokens(body.text)].flatMap((token): readonly Visit[] => {
    if (token.kind !== 'start') return [];
    const reference = token.attributes.get('src') ?? token.attributes.get('href');
    if (reference === undefined) return [];
    const { origin, href } = new URL(reference, request.url);
    if (origin !== new URL(request.url).origin) return [];
    return [{ method: 'GET', url: href, as: token.name === 'a' ? 'page' : 'asset' }];
  });
}

/** The name of the server and the path. Ports are random, so they are left out. */
function placeOf(url: string, { issuer, api, upstream, secure }: Playground): string {
  const { origin, pathname } = new URL(url);
  const host = Object.entries({ issuer, api, upstream, secure }).find((one) => one[1] === origin);
  return `${host?.[0] ?? 'app'}${pathname}`;
}

async function fetchAsBrowser(
  { method, url, as }: Visit,
  { url: app }: Playground,
): Promise<Exchange> {
  const { destination, mode } = FETCHED[as];
  const { origin } = new URL(app);
  const headers: Record<string, string> = {
    Accept: as === 'page' ? 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' : '*/*',
    'Sec-Fetch-Dest': as === 'asset' ? 'script' : destination,
    'Sec-Fetch-Mode': mode,
    ...(as === 'call' ? { Origin: origin } : {}),
    ...(method === 'OPTIONS' ? { 'Access-Control-Request-Method': 'GET' } : {}),
    ...(as === 'page' ? {} : { Referer: `${origin}/` }),
  };
  const response = await ask({ method, url, headers });
  return exchange(0, {
    method,
    url,
    headers,
    destination,
    mode,
    preflight: method === 'OPTIONS',
    status: response.statusCode ?? 0,
    answer: Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
    ),
    answerBody: (await readBody(response)).toString(),
  });
}

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Follows no redirect and accepts any certificate, as the browsers of the playground do. */
function ask({ method, url, headers }: Asked): Promise<IncomingMessage> {
  const request = url.startsWith('https:') ? askOverTls : askPlainly;
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false, rejectUnauthorized: false });
    asked.on('response', resolve).on('error', reject).end();
  });
}
