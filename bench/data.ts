import { createHash } from 'node:crypto';

/** One invented HAR entry as Chromium's DevTools writes it. Equal numbers give equal entries. */
export type Entry = Readonly<Record<string, unknown>>;

/** What an entry has beside the fields that all have. */
export interface Parts {
  readonly method?: string;
  readonly url: string;
  readonly dest?: string;
  readonly resourceType?: string;
  readonly headers?: readonly Pair[];
  readonly body?: { readonly mimeType: string; readonly text: string };
  readonly status?: number;
  readonly answer?: readonly Pair[];
  readonly mimeType?: string;
  readonly text?: string;
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

/**
 * Exchanges in a block. Each block has one login of five exchanges: one exchange in a hundred is
 * OAuth.
 */
const BLOCK = 500;
const LOGIN = 5;
/** When the first entry starts. */
export const START = Date.UTC(2026, 0, 1);

const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';
const FORM = 'application/x-www-form-urlencoded';

/** An entry, at a time that follows from its number. */
export function entry(number: number, parts: Parts): Entry {
  const { method = 'GET', url, dest = 'empty', status = 200, text = '' } = parts;
  const host = url.split('/')[2] ?? '';
  const { body } = parts;
  return {
    _priority: 'High',
    _resourceType: parts.resourceType ?? 'fetch',
    cache: {},
    connection: '443',
    request: {
      method,
      url,
      httpVersion: 'http/2.0',
      headers: [
        { name: ':authority', value: host },
        { name: ':method', value: method },
        { name: ':path', value: url.slice(url.indexOf(host) + host.length) },
        { name: ':scheme', value: 'https' },
        { name: 'accept', value: '*/*' },
        { name: 'accept-encoding', value: 'gzip, deflate, br, zstd' },
        { name: 'accept-language', value: 'en-US,en;q=0.9' },
        { name: 'cookie', value: `visitor=v${number}; theme=dark; tour=seen` },
        ...(parts.headers ?? []),
        { name: 'referer', value: 'https://app.example.com/' },
        { name: 'sec-ch-ua', value: '"Chromium";v="150", "Not:A-Brand";v="8"' },
        { name: 'sec-ch-ua-platform', value: '"Linux"' },
        { name: 'sec-fetch-dest', value: dest },
        { name: 'sec-fetch-mode', value: dest === 'document' ? 'navigate' : 'cors' },
        { name: 'sec-fetch-site', value: 'same-site' },
        { name: 'user-agent', value: AGENT },
      ],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: body ? body.text.length : 0,
      ...(body ? { postData: body } : {}),
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: [
        { name: 'cache-control', value: 'no-store' },
        { name: 'content-type', value: parts.mimeType ?? 'application/json' },
        { name: 'date', value: 'Thu, 01 Jan 2026 00:00:00 GMT' },
        { name: 'etag', value: `"${number.toString(36)}"` },
        { name: 'server', value: 'example' },
        { name: 'strict-transport-security', value: 'max-age=31536000' },
        { name: 'vary', value: 'Accept-Encoding, Origin' },
        ...(parts.answer ?? []),
      ],
      cookies: [],
      content: { size: text.length, mimeType: parts.mimeType ?? 'application/json', text },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _transferSize: 300 + text.length,
      _error: null,
      _fetchedViaServiceWorker: false,
    },
    serverIPAddress: '192.0.2.1',
    startedDateTime: new Date(START + number * 20).toISOString(),
    time: 10 + (number % 90),
    timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0.1, wait: 8, receive: 1 },
  };
}

/** An exchange that is not OAuth: a script, a picture, data or a report. */
export function ordinaryEntry(number: number): Entry {
  const page = number % 977;
  switch (number % 10) {
    case 0:
    case 1:
    case 2: {
      const url = `https://static.example.com/assets/chunk-${number.toString(36)}.js?v=${page}`;
      const text = `export const part${number}=()=>"${'lorem ipsum '.repeat(12)}";`;
      return entry(number, { url, dest: 'script', resourceType: 'script', text });
    }
    case 3:
    case 4: {
      const url = `https://images.example.com/gallery/${page}/${number}.webp?width=320&height=200`;
      return entry(number, { url, dest: 'image', resourceType: 'image', mimeType: 'image/webp' });
    }
    case 9: {
      const url = `https://metrics.example.com/v2/collect?page=%2Fitems%2F${page}&seq=${number}`;
      const text = JSON.stringify({ kind: 'view', page, seq: number, tags: ['a', 'b', 'c'] });
      const body = { mimeType: 'application/json', text };
      return entry(number, { method: 'POST', url, body, status: 204 });
    }
    default: {
      const url = `https://api.example.com/v1/items/${number}?expand=owner,tags&page=${page}&limit=50`;
      const item = { name: `Item ${number}`, tags: ['new', 'blue'], price: page / 100 };
      return entry(number, { url, text: JSON.stringify({ items: [item, item, item] }) });
    }
  }
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** An invented ID token. */
export function idToken(login: number, nonce: string, seconds: number): string {
  const claims = {
    iss: 'https://as.example.com',
    sub: `user-${login}`,
    aud: 's6BhdRkqt3',
    nonce,
    iat: seconds,
    exp: seconds + 600,
  };
  const signature = createHash('sha256').update(`invented ${login}`).digest('base64url');
  return `${base64url({ alg: 'RS256', kid: 'k1' })}.${base64url(claims)}.${signature}`;
}

/** One login by the authorization code with PKCE (RFC 6749 section 4.1, RFC 7636). */
function loginEntries(login: number, number: number): Entry[] {
  const value = (name: string) =>
    createHash('sha256').update(`${name} ${login}`).digest('base64url');
  const [state, nonce, code, verifier] = ['state', 'nonce', 'code', 'verifier'].map(value);
  const challenge = createHash('sha256').update(`${verifier}`).digest('base64url');
  const redirectUri = 'https://app.example.com/callback';
  const authorize = new URLSearchParams({
    response_type: 'code',
    client_id: 's6BhdRkqt3',
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state: `${state}`,
    nonce: `${nonce}`,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const callback = `${redirectUri}?code=${code}&state=${state}&iss=https%3A%2F%2Fas.example.com`;
  const token = new URLSearchParams({
    grant_type: 'authorization_code',
    code: `${code}`,
    redirect_uri: redirectUri,
    client_id: 's6BhdRkqt3',
    code_verifier: `${verifier}`,
  });
  const accessToken = value('access token');
  const answer = {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: 600,
    scope: 'openid profile',
    id_token: idToken(login, `${nonce}`, Math.floor((START + number * 20) / 1000)),
  };
  const cors = [{ name: 'access-control-allow-origin', value: 'https://app.example.com' }];
  const origin = { name: 'origin', value: 'https://app.example.com' };
  const document = { dest: 'document', resourceType: 'document', mimeType: 'text/html' };
  return [
    { ...document, url: 'https://app.example.com/login', text: '<title>Sign in</title>' },
    {
      ...document,
      url: `https://as.example.com/authorize?${authorize}`,
      status: 302,
      answer: [{ name: 'location', value: callback }],
    },
    { ...document, url: callback, text: '<title>App</title>' },
    {
      method: 'POST',
      url: 'https://as.example.com/token',
      headers: [origin],
      body: { mimeType: FORM, text: `${token}` },
      answer: cors,
      text: JSON.stringify(answer),
    },
    {
      url: 'https://as.example.com/userinfo',
      headers: [origin, { name: 'authorization', value: `Bearer ${accessToken}` }],
      answer: cors,
      text: JSON.stringify({ sub: `user-${login}`, name: 'Invented Person' }),
    },
  ].map((parts, index) => entry(number + index, parts));
}

/**
 * A day's traffic. One exchange in a hundred is OAuth, or one login is in each block of another size.
 */
export function* traffic(count: number, block = BLOCK): Generator<Entry> {
  for (let number = 0; number < count; ) {
    const login = number % block === block / 2 ? loginEntries(number / block, number) : null;
    if (login) yield* login;
    else yield ordinaryEntry(number);
    number += login ? LOGIN : 1;
  }
}
