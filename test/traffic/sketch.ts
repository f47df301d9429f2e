import { s256 } from '../../src/http/digest.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { type ExchangeSketch, exchange, START } from '../helpers/exchanges.ts';

export { exchange as exchangeOf };

type Values = Readonly<Record<string, string | undefined>>;

/** Parameters in a form, without those that are undefined. */
export function form(values: Values): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  return new URLSearchParams(pairs).toString();
}

/** A document, by GET unless there is a body. */
export function page(at: number, url: string, more: Partial<ExchangeSketch> = {}): Exchange {
  const answer = { 'content-type': 'text/html; charset=utf-8' };
  return exchange(at, {
    destination: 'document',
    mode: 'navigate',
    answerBody: '<!doctype html><title>Page</title><p>Welcome',
    ...more,
    url,
    answer: { ...answer, ...more.answer },
  });
}

/** A document that redirects. */
export function redirect(at: number, url: string, to: string, more: Partial<ExchangeSketch> = {}) {
  return page(at, url, {
    status: 302,
    answerBody: '',
    ...more,
    answer: { location: to, ...more.answer },
  });
}

/** A page's form, posted. */
export function posted(
  at: number,
  url: string,
  values: Values,
  more: Partial<ExchangeSketch> = {},
) {
  return page(at, url, { method: 'POST', body: form(values), ...more });
}

/** A call of a script in a page of `origin`, with a JSON answer that CORS allows. */
export function call(
  at: number,
  origin: string,
  url: string,
  more: Partial<ExchangeSketch> = {},
): Exchange {
  return exchange(at, {
    destination: 'empty',
    mode: 'cors',
    ...more,
    url,
    headers: { origin, ...more.headers },
    answer: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(more.delivered === false ? {} : { 'access-control-allow-origin': origin }),
      ...more.answer,
    },
  });
}

/** A request of a program, as a proxy records it. */
export function sent(at: number, url: string, more: Partial<ExchangeSketch> = {}): Exchange {
  return exchange(at, {
    destination: 'unknown',
    mode: 'unknown',
    ...more,
    url,
    answer: { 'content-type': 'application/json', 'cache-control': 'no-store', ...more.answer },
  });
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An unsigned stand-in for a signed JWT. */
export function jwt(claims: object, header: object = { alg: 'RS256', typ: 'JWT', kid: 'k1' }) {
  return `${encode(header)}.${encode(claims)}.c2lnbmF0dXJl`;
}

/** An ID token that was issued `at` seconds after the start. */
export function idToken(at: number, claims: object): string {
  const now = Math.floor(START / 1_000 + at);
  return jwt({ sub: '00u1example', iat: now, exp: now + 3_600, ...claims });
}

/** The parts of one login. An undefined value leaves the parameter out. */
export interface LoginSketch {
  readonly authorize: string;
  /** The token endpoint. Without it, a server redeems the code, which is not recorded. */
  readonly token?: string;
  readonly callback: string;
  readonly client?: string;
  readonly issuer?: string;
  readonly at?: number;
  readonly seed?: string;
  readonly request?: Values;
  readonly mode?: 'query' | 'fragment' | 'form_post';
  readonly response?: Values;
  readonly redeem?: Values;
  readonly tokens?: object;
  /** A silent request in a hidden frame. */
  readonly iframe?: boolean;
  readonly pages?: readonly Exchange[];
}

/** Values of one login, all made from its seed. */
export function valuesOf({ seed = 'one', client = 'client-of-the-app' }: LoginSketch) {
  const verifier = s256(`verifier of ${seed}`);
  return {
    client,
    verifier,
    state: s256(`state of ${seed}`).slice(0, 32),
    nonce: s256(`nonce of ${seed}`).slice(0, 32),
    code: `code.${s256(`code of ${seed}`)}`,
    challenge: s256(verifier),
  };
}

/** The URL of the authorization request. */
export function requestUrl(sketch: LoginSketch): string {
  const { state, nonce, challenge, client } = valuesOf(sketch);
  const query = form({
    client_id: client,
    redirect_uri: sketch.callback,
    response_type: 'code',
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...sketch.request,
  });
  return `${sketch.authorize}${sketch.authorize.includes('?') ? '&' : '?'}${query}`;
}

/** The values of the authorization response. */
function responseOf(sketch: LoginSketch): string {
  const { state, code } = valuesOf(sketch);
  return form({ code, state: sketch.request?.state ?? state, ...sketch.response });
}

/** The URL that the authorization server returns to. */
export function responseUrl(sketch: LoginSketch): string {
  const mark = sketch.mode === 'fragment' ? '#' : sketch.callback.includes('?') ? '&' : '?';
  return `${sketch.callback}${mark}${responseOf(sketch)}`;
}

/** Request, login page and response of a login by redirect. */
export function frontChannel(sketch: LoginSketch): Exchange[] {
  const { at = 0, iframe = false, mode } = sketch;
  const frame: Partial<ExchangeSketch> = iframe ? { destination: 'iframe' } : {};
  const server = new URL(sketch.authorize).origin;
  const app = new URL(sketch.callback).origin;
  const cross = { 'sec-fetch-site': 'cross-site', referer: `${server}/` };
  const url = requestUrl(sketch);
  if (iframe) {
    return [
      redirect(at, url, responseUrl(sketch), frame),
      page(at + 0.2, responseUrl(sketch), { ...frame, headers: cross }),
    ];
  }
  const login = `${server}/session/login`;
  const pages = sketch.pages ?? [page(at, url, frame)];
  const referer = { referer: pages.at(-1)?.request.url ?? url };
  if (mode === 'form_post') {
    return [
      ...pages,
      posted(at + 4, login, { user: 'u', password: 'p' }, { headers: referer }),
      page(at + 4.5, sketch.callback, {
        method: 'POST',
        body: responseOf(sketch),
        headers: { ...cross, origin: server },
        status: 302,
        answer: { location: `${app}/home` },
      }),
      page(at + 4.7, `${app}/home`),
    ];
  }
  return [
    ...pages,
    posted(
      at + 4,
      login,
      { user: 'u', password: 'p' },
      { headers: referer, status: 302, answer: { location: responseUrl(sketch) } },
    ),
    page(at + 4.2, responseUrl(sketch), { headers: cross }),
  ];
}

/** The token request of a page. */
export function redeemed(sketch: LoginSketch, more: Partial<ExchangeSketch> = {}): Exchange {
  const { at = 0, iframe = false, token = '', issuer, callback, request } = sketch;
  const { code, verifier, nonce, client } = valuesOf(sketch);
  const when = at + (iframe ? 0.6 : 4.8);
  const openid = request?.scope === undefined || /openid/.test(request.scope);
  return call(when, new URL(callback).origin, token, {
    body: form({
      grant_type: 'authorization_code',
      client_id: client,
      redirect_uri: callback,
      code: sketch.response?.code ?? code,
      code_verifier: verifier,
      ...sketch.redeem,
    }),
    answerBody: {
      token_type: 'Bearer',
      expires_in: 3_599,
      access_token: `access-${code}`,
      ...(openid
        ? {
            id_token: idToken(when, {
              iss: issuer ?? new URL(sketch.authorize).origin,
              aud: client,
              nonce: request && 'nonce' in request ? request.nonce : nonce,
            }),
          }
        : {}),
      ...sketch.tokens,
    },
    ...more,
  });
}

/** A whole login. The page redeems the code if there is a token endpoint. */
export function login(sketch: LoginSketch): Exchange[] {
  if (sketch.token) return [...frontChannel(sketch), redeemed(sketch)];
  const front = frontChannel(sketch);
  if (sketch.mode === 'form_post') return front;
  const { at = 0 } = sketch;
  const app = new URL(sketch.callback).origin;
  return [
    ...front.slice(0, -1),
    redirect(at + 4.2, responseUrl(sketch), '/home', {
      headers: { 'sec-fetch-site': 'cross-site' },
    }),
    page(at + 4.7, `${app}/home`),
  ];
}
