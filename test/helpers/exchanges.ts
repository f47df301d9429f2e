import type { Body, Exchange, Header } from '../../src/http/exchange.ts';

/** The part of an exchange that a test states. The rest is plain, complete and successful. */
export interface ExchangeSketch extends Partial<Omit<Exchange, 'request' | 'response'>> {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | null;
  readonly status?: number | null;
  readonly answer?: Readonly<Record<string, string>>;
  readonly answerBody?: string | object;
}

/** 2026-01-01T00:00:00Z in milliseconds. */
export const START = Date.UTC(2026, 0, 1);

let count = 0;

function headersOf(record: Readonly<Record<string, string>> = {}): Header[] {
  return Object.entries(record).map(([name, value]) => ({ name, value }));
}

function bodyOf(value: string | object | undefined): Body {
  if (value === undefined) return { text: '' };
  return { text: typeof value === 'string' ? value : JSON.stringify(value) };
}

/** Makes an exchange `seconds` after START. */
export function exchange(seconds: number, sketch: ExchangeSketch): Exchange {
  count += 1;
  const { method = sketch.body ? 'POST' : 'GET', url, headers, body = null, status = 200 } = sketch;
  const { answer, answerBody, ...rest } = sketch;
  const type: Record<string, string> = body
    ? { 'content-type': 'application/x-www-form-urlencoded' }
    : {};
  return {
    id: `x${String(count).padStart(5, '0')}`,
    startedAt: START + seconds * 1_000,
    duration: 20,
    destination: body ? 'empty' : 'document',
    mode: body ? 'cors' : 'navigate',
    preflight: false,
    failure: null,
    delivered: null,
    initiator: null,
    frame: null,
    source: 0,
    fromCache: false,
    ...pick(rest),
    request: {
      method,
      url,
      headers: headersOf({ ...type, ...headers }),
      headersComplete: true,
      body: body === null ? null : { text: body },
    },
    response:
      status === null
        ? null
        : {
            status,
            statusText: '',
            headers: headersOf(answer),
            headersComplete: true,
            body: bodyOf(answerBody),
          },
  };
}

/** The same exchange, in a recorder that lost its status. */
export function withoutStatus(exchange: Exchange): Exchange {
  const { response } = exchange;
  if (!response) return exchange;
  return { ...exchange, response: { ...response, status: null, statusText: '' } };
}

function pick(sketch: Partial<Exchange>): Partial<Exchange> {
  const names = [
    'id',
    'duration',
    'destination',
    'mode',
    'preflight',
    'failure',
    'delivered',
    'initiator',
    'source',
    'fromCache',
  ] as const;
  return Object.fromEntries(
    names.flatMap((name) => (sketch[name] === undefined ? [] : [[name, sketch[name]]])),
  );
}

const AS = 'https://as.example.com';
const APP = 'https://app.example.com';

/** The parts in which two logins may differ. */
export interface LoginSketch {
  readonly at?: number;
  readonly state?: string;
  readonly code?: string;
  readonly verifier?: string;
  readonly challenge?: string;
  readonly client?: string;
  readonly frame?: 'document' | 'iframe';
  readonly prompt?: string;
  readonly token?: string;
}

/** A complete code login: request, login page, response, token request, API call. */
export function login(sketch: LoginSketch = {}): Exchange[] {
  const { at = 0, state = 'af0ifjsldkjf3kd9', code = 'SplxlOBeZQQYbYS6WxSbIA' } = sketch;
  const { verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' } = sketch;
  const { challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', client = 's6BhdRkqt3' } =
    sketch;
  const { frame: destination = 'document', token = `token-of-${code}` } = sketch;
  const callback = `${APP}/callback?code=${code}&state=${state}`;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: `${APP}/callback`,
    scope: 'api',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...(sketch.prompt ? { prompt: sketch.prompt } : {}),
  });
  return [
    exchange(at, {
      url: `${AS}/authorize?${query}`,
      destination,
      status: 302,
      answer: { location: `/login/${state}` },
    }),
    exchange(at + 0.2, {
      url: `${AS}/login/${state}`,
      destination,
      answerBody: '<form><input type=password></form>',
    }),
    exchange(at + 3, {
      method: 'POST',
      url: `${AS}/login/${state}`,
      headers: { referer: `${AS}/login/${state}` },
      destination,
      mode: 'navigate',
      body: 'username=u&password=p',
      status: 302,
      answer: { location: callback },
    }),
    exchange(at + 3.1, {
      url: callback,
      destination,
      headers: { 'sec-fetch-site': 'cross-site' },
      answerBody: '<p>ok',
    }),
    exchange(at + 3.4, {
      url: `${AS}/token`,
      headers: { origin: APP },
      body: `grant_type=authorization_code&code=${code}&client_id=${client}&redirect_uri=${encodeURIComponent(`${APP}/callback`)}&code_verifier=${verifier}`,
      answer: {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'access-control-allow-origin': APP,
      },
      answerBody: {
        access_token: token,
        token_type: 'Bearer',
        expires_in: 60,
        refresh_token: `refresh-of-${code}`,
      },
    }),
    exchange(at + 4, {
      url: 'https://api.example.com/things',
      headers: { authorization: `Bearer ${token}`, origin: APP },
      destination: 'empty',
      mode: 'cors',
      answer: { 'content-type': 'application/json', 'access-control-allow-origin': APP },
      answerBody: '[]',
    }),
  ];
}
