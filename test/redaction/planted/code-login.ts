import {
  API,
  APP,
  AS,
  add,
  CLIENT,
  type Draft,
  form,
  HTML_TYPE,
  halfHash,
  JSON_TYPE,
  KEYS,
  s256,
  secondsNow,
  secret,
  signed,
} from './draft.ts';

/** How a code login is made. */
export interface CodeLogin {
  readonly authentication: 'none' | 'basic' | 'post' | 'assertion';
  readonly mode: 'query' | 'form_post' | 'fragment';
  readonly pushed: boolean;
  readonly dpop: boolean;
  readonly opaque: boolean;
}

const CORS = { 'Access-Control-Allow-Origin': APP };
const FIXED = { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' };
const REDIRECT = `${APP}/callback`;

/** A login by the authorization code (RFC 6749 section 4.1, RFC 7636, OpenID Connect Core). */
export function codeLogin(draft: Draft, how: CodeLogin): void {
  const { rng } = draft;
  const keep = (what: string, value: string): string => secret(draft, what, value);
  const state = keep('state', rng.token(28));
  const nonce = keep('nonce', rng.token(22));
  const verifier = keep('code verifier', rng.token(43));
  const code = keep('code', rng.token(32));
  const session = keep('cookie of the session', rng.token(36));
  const mail = keep('mail address', `${rng.lower(7)}.${rng.lower(9)}@example.net`);
  const subject = keep('subject', `auth0|${rng.hex(24)}`);
  const clientSecret = keep('client secret', rng.token(40));

  const request = {
    response_type: 'code',
    ...(how.mode === 'query' ? {} : { response_mode: how.mode }),
    client_id: CLIENT,
    redirect_uri: REDIRECT,
    scope: 'openid profile email',
    login_hint: mail,
    state,
    nonce,
    code_challenge: keep('code challenge', s256(verifier)),
    code_challenge_method: 'S256',
  };
  metadata(draft);
  let query = form(request);
  if (how.pushed) {
    const reference = keep('request_uri', rng.token(24));
    const uri = `urn:ietf:params:oauth:request_uri:${reference}`;
    add(draft, 'par', {
      url: `${AS}/par`,
      headers: { Authorization: basic(clientSecret) },
      body: query,
      status: 201,
      answer: FIXED,
      text: JSON.stringify({ request_uri: uri, expires_in: 60 }),
    });
    query = form({ client_id: CLIENT, request_uri: uri });
  }
  add(draft, 'authorize', {
    url: `${AS}/authorize?${query}`,
    document: true,
    status: 302,
    answer: {
      Location: '/signin',
      'Set-Cookie': `AS_SESSION=${session}; Path=/; Secure; HttpOnly`,
    },
  });
  add(draft, 'login page', {
    url: `${AS}/signin`,
    document: true,
    headers: { Cookie: `AS_SESSION=${session}` },
    answer: { 'Content-Type': HTML_TYPE },
    text: `<!doctype html><title>Sign in</title><form method="post"><input name="username" value="${mail}"><input type="hidden" name="_csrf" value="${keep('hidden input', rng.token(30))}"><input type="password" name="password"></form>`,
  });
  const response = form({ code, state, iss: AS });
  const posts = how.mode === 'form_post';
  add(draft, 'login', {
    url: `${AS}/signin`,
    document: true,
    headers: {
      Cookie: `AS_SESSION=${session}`,
      Referer: `${AS}/signin`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: form({ username: mail, password: keep('password', `Pw!${rng.token(9)}`) }),
    status: posts ? 200 : 302,
    answer: posts
      ? { 'Content-Type': HTML_TYPE }
      : { Location: `${REDIRECT}${how.mode === 'fragment' ? '#' : '?'}${response}` },
    text: posts
      ? `<form method="post" action="${REDIRECT}"><input type="hidden" name="code" value="${code}"><input type="hidden" name="state" value="${state}"><input type="hidden" name="iss" value="${AS}"></form>`
      : '',
  });
  add(draft, 'callback', {
    url: posts ? REDIRECT : `${REDIRECT}${how.mode === 'fragment' ? '#' : '?'}${response}`,
    document: true,
    body: posts ? response : null,
    headers: { Referer: `${AS}/` },
    answer: { 'Content-Type': HTML_TYPE },
    text: '<!doctype html><title>App</title><script src="/app.js"></script>',
  });
  const access = how.opaque
    ? keep('access token', rng.token(44))
    : keep(
        'access token',
        signed(
          {
            iss: AS,
            aud: API,
            sub: subject,
            exp: secondsNow(draft) + 600,
            iat: secondsNow(draft),
            scope: 'openid profile',
          },
          'at+jwt',
        ),
      );
  const seconds = secondsNow(draft);
  add(draft, 'token', {
    url: `${AS}/token`,
    headers: {
      Origin: APP,
      'Content-Type': 'application/x-www-form-urlencoded',
      ...(how.authentication === 'basic' ? { Authorization: basic(clientSecret) } : {}),
      ...(how.dpop ? { DPoP: proof(draft, 'POST', `${AS}/token`) } : {}),
    },
    body: form({
      grant_type: 'authorization_code',
      client_id: CLIENT,
      code,
      redirect_uri: REDIRECT,
      code_verifier: verifier,
      ...(how.authentication === 'post' ? { client_secret: clientSecret } : {}),
      ...(how.authentication === 'assertion' ? assertion(draft) : {}),
    }),
    answer: { ...FIXED, ...CORS },
    text: JSON.stringify({
      access_token: access,
      token_type: how.dpop ? 'DPoP' : 'Bearer',
      expires_in: 600,
      refresh_token: keep('refresh token', rng.token(48)),
      scope: 'openid profile email',
      id_token: keep(
        'ID token',
        signed({
          ...{ iss: AS, aud: CLIENT, sub: subject, nonce, email: mail, at_hash: halfHash(access) },
          ...{ iat: seconds, exp: seconds + 600, sid: keep('sid', rng.token(20)) },
        }),
      ),
    }),
  });
  const authorization = `${how.dpop ? 'DPoP' : 'Bearer'} ${access}`;
  add(draft, 'userinfo', {
    url: `${AS}/userinfo`,
    headers: { Origin: APP, Authorization: authorization },
    answer: { ...FIXED, ...CORS },
    text: JSON.stringify({
      sub: subject,
      email: mail,
      phone_number: keep('phone number', `+4915${rng.digits(9)}`),
    }),
  });
  add(draft, 'api', {
    url: `${API}/v1/orders`,
    headers: { Origin: APP, Authorization: authorization },
    answer: { 'Content-Type': JSON_TYPE, ...CORS },
    text: '{"orders":[]}',
  });
}

/** The metadata of the server and its keys. */
export function metadata(draft: Draft): void {
  add(draft, 'metadata', {
    url: `${AS}/.well-known/openid-configuration`,
    answer: { 'Content-Type': JSON_TYPE, ...CORS },
    text: JSON.stringify({
      issuer: AS,
      authorization_endpoint: `${AS}/authorize`,
      token_endpoint: `${AS}/token`,
      userinfo_endpoint: `${AS}/userinfo`,
      jwks_uri: `${AS}/jwks`,
      response_types_supported: ['code', 'id_token', 'token id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
    }),
  });
  add(draft, 'keys', {
    url: `${AS}/jwks`,
    answer: { 'Content-Type': JSON_TYPE, ...CORS },
    text: KEYS,
  });
}

/** RFC 7617, with what RFC 6749 section 2.3.1 encodes. */
export const basic = (clientSecret: string): string =>
  `Basic ${Buffer.from(`${CLIENT}:${encodeURIComponent(clientSecret)}`).toString('base64')}`;

/** RFC 7523 section 2.2. */
function assertion(draft: Draft): Readonly<Record<string, string>> {
  const seconds = secondsNow(draft);
  const jti = secret(draft, 'jti of the assertion', draft.rng.token(18));
  const claims = { iss: CLIENT, sub: CLIENT, aud: `${AS}/token`, exp: seconds + 60, jti };
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: secret(draft, 'client assertion', signed(claims)),
  };
}

/** RFC 9449 section 4.2. */
function proof(draft: Draft, htm: string, htu: string): string {
  const jti = draft.rng.token(18);
  return secret(draft, 'DPoP proof', signed({ htm, htu, jti, iat: secondsNow(draft) }, 'dpop+jwt'));
}
