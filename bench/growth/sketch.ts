import type { Exchange, Header } from '../../src/http/exchange.ts';

const START = Date.UTC(2026, 0, 1);
const FORM = 'application/x-www-form-urlencoded';

/** The client's site. */
export const APP = 'https://app.example.com';
/** The authorization server. */
export const SERVER = 'https://as.example.com';
/** The API that takes the tokens. */
const API = 'https://api.example.com';
export const CLIENT = 's6BhdRkqt3';
export const CALLBACK = `${APP}/callback`;

type Fields = Readonly<Record<string, string>>;

/** The parts of an exchange that a shape is about. */
export interface Sketch {
  readonly method?: string;
  readonly url: string;
  readonly status: number;
  readonly headers?: Fields;
  readonly body?: string;
  readonly answer?: Fields;
  readonly text?: string;
  /** Milliseconds between the numbers of two exchanges. */
  readonly every?: number;
  readonly source?: number;
  readonly destination?: Exchange['destination'];
}

const fields = (record: Fields = {}): Header[] =>
  Object.entries(record).map(([name, value]) => ({ name, value }));

/** An exchange from its sketch. Its number is its place in time. */
export function exchange(number: number, sketch: Sketch): Exchange {
  const { method = 'GET', url, status, headers, body, answer, text = '', every = 50 } = sketch;
  const { source = 0, destination = body === undefined ? 'document' : 'empty' } = sketch;
  return {
    id: `${source}:${number}`,
    startedAt: START + number * every,
    duration: 40,
    destination,
    mode: destination === 'empty' ? 'cors' : 'navigate',
    preflight: false,
    request: {
      method,
      url,
      headers: fields(headers),
      headersComplete: true,
      body: body === undefined ? null : { text: body },
    },
    response: {
      status,
      statusText: '',
      headers: fields(answer),
      headersComplete: true,
      body: { text },
    },
    failure: null,
    delivered: null,
    initiator: null,
    frame: null,
    source,
    fromCache: false,
  };
}

/** A form that the page posts to the token endpoint, or to another endpoint, and its JSON answer. */
export function post(
  number: number,
  form: Fields,
  answer: unknown,
  rest: Partial<Sketch> = {},
): Exchange {
  return exchange(number, {
    method: 'POST',
    url: `${SERVER}/token`,
    status: 200,
    headers: { origin: APP, 'content-type': FORM },
    body: `${new URLSearchParams(form)}`,
    answer: { 'content-type': 'application/json', 'access-control-allow-origin': APP },
    text: JSON.stringify(answer),
    ...rest,
  });
}

/** A call of the page to the API. */
export function call(number: number, token: string, rest: Partial<Sketch> = {}): Exchange {
  return exchange(number, {
    url: `${API}/items/${number}`,
    status: 200,
    headers: { origin: APP, authorization: `Bearer ${token}` },
    answer: { 'content-type': 'application/json', 'access-control-allow-origin': APP },
    text: '{"items":[]}',
    destination: 'empty',
    ...rest,
  });
}

/** An authorization request whose answer redirects to the client's callback. */
export function authorize(
  number: number,
  { state, more = {}, answered }: { state: string; more?: Fields; answered?: Fields },
  rest: Partial<Sketch> = {},
): Exchange {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: CALLBACK,
    state,
    ...more,
  });
  const back = new URLSearchParams({ ...(answered ?? { code: codeOf(number) }), state });
  return exchange(number, {
    url: `${SERVER}/authorize?${query}`,
    status: 302,
    answer: { location: `${CALLBACK}?${back}` },
    ...rest,
  });
}

/** The code that the authorization request with this number brings. */
export const codeOf = (number: number): string => `SplxlOBeZQQYbYS6WxSbIA-${number}`;

/** An opaque token, different for each name. */
export const opaque = (name: string | number): string => `2YotnFZFEjr1zCsicMWpAA-invented-${name}`;

/** A JWT, different for each name, whose signature is invented. */
export function jwt(name: string | number, more: Readonly<Record<string, unknown>> = {}): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const seconds = Math.floor(START / 1000);
  const claims = {
    iss: SERVER,
    sub: 'user',
    aud: CLIENT,
    iat: seconds,
    exp: seconds + 86_400,
    jti: `${name}`,
  };
  const signature = Buffer.from(`invented ${name}`.padEnd(32, '.')).toString('base64url');
  return `${part({ alg: 'RS256', kid: 'k1' })}.${part({ ...claims, ...more })}.${signature}`;
}

/** A login by the authorization code: three exchanges. `every` exchange has the next number. */
export function login(
  number: number,
  token: string,
  more: Readonly<Record<string, unknown>> = {},
  state = `state-${number}`,
): Exchange[] {
  return [
    authorize(number, { state }),
    exchange(number + 1, {
      url: `${CALLBACK}?code=${codeOf(number)}&state=${state}`,
      status: 200,
      headers: { 'sec-fetch-site': 'cross-site' },
      text: '<title>App</title>',
    }),
    post(
      number + 2,
      {
        grant_type: 'authorization_code',
        code: codeOf(number),
        redirect_uri: CALLBACK,
        client_id: CLIENT,
      },
      { access_token: token, token_type: 'Bearer', expires_in: 86_400, ...more },
    ),
  ];
}

/** One thing for each number below a count. */
export function times<T>(count: number, make: (index: number) => T | readonly T[]): T[] {
  return Array.from({ length: count }, (_, index) => make(index)).flat() as T[];
}
