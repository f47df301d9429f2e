import { createHash } from 'node:crypto';
import { type Entry, entry, idToken, type Parts, START } from './data.ts';

/** Bodies are cut out of it, so that few of them are equal. */
const PROSE = Array.from(
  { length: 40_000 },
  (_, index) => `{"id":${(index * 7919) % 1_000_003},"name":"Item ${index}","tags":["new"]},`,
).join('');
const APP = 'https://app.example.com';
const SERVER = 'https://as.example.com';
const API = 'https://api.example.com';
const CORS = [{ name: 'access-control-allow-origin', value: APP }];
const ORIGIN = { name: 'origin', value: APP };
const FORM = 'application/x-www-form-urlencoded';
const DOCUMENT = { dest: 'document', resourceType: 'document', mimeType: 'text/html' };
/** API calls with each of the two tokens of a login. */
const CALLS = 8;

/** Some text that differs from entry to entry. */
function prose(number: number, length: number): string {
  const from = (number * 7_907) % (PROSE.length - length);
  return PROSE.slice(from, from + length);
}

/** A script, a picture, data or a report, with the bodies that recordings have: 9 kB an entry on average. */
function realOrdinary(number: number): Entry {
  const page = number % 977;
  switch (number % 10) {
    case 0: {
      const url = `https://static.example.com/assets/chunk-${number.toString(36)}.js?v=${page}`;
      return entry(number, {
        ...{ url, dest: 'script', resourceType: 'script', mimeType: 'text/javascript' },
        text: prose(number, 40_000),
      });
    }
    case 1:
    case 2:
    case 3: {
      const url = `https://images.example.com/gallery/${page}/${number}.webp?width=320&height=200`;
      return entry(number, { url, dest: 'image', resourceType: 'image', mimeType: 'image/webp' });
    }
    case 4: {
      const url = `${APP}/items/${page}`;
      return entry(number, { ...DOCUMENT, url, text: `<p>${prose(number, 12_000)}</p>` });
    }
    case 9: {
      const url = `https://metrics.example.com/v2/collect?page=%2Fitems%2F${page}&seq=${number}`;
      const body = { mimeType: 'application/json', text: prose(number, 600) };
      return entry(number, { method: 'POST', url, body, status: 204 });
    }
    default: {
      const url = `https://data.example.com/v1/items/${number}?expand=owner,tags&page=${page}`;
      return entry(number, { url, text: `[${prose(number, 4_000)}]` });
    }
  }
}

const METADATA = {
  issuer: SERVER,
  authorization_endpoint: `${SERVER}/authorize`,
  token_endpoint: `${SERVER}/token`,
  userinfo_endpoint: `${SERVER}/userinfo`,
  jwks_uri: `${SERVER}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
};

/** One login of a page's application: metadata, preflights, a refresh, and API calls with each token. */
function realLogin(login: number, number: number): Entry[] {
  const value = (name: string) =>
    createHash('sha256').update(`${name} of ${login}`).digest('base64url');
  const seconds = Math.floor((START + number * 20) / 1000);
  const [state, nonce, verifier] = [value('state'), value('nonce'), value('verifier')];
  const callback = `${APP}/callback?code=${value('code')}&state=${state}&iss=${encodeURIComponent(SERVER)}`;
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const authorize = new URLSearchParams({
    ...{ response_type: 'code', client_id: 's6BhdRkqt3', redirect_uri: `${APP}/callback` },
    ...{ scope: 'openid profile offline_access', state, nonce },
    ...{ code_challenge: challenge, code_challenge_method: 'S256' },
  });
  const tokens = (round: number) => ({
    access_token: value(`access token ${round}`),
    token_type: 'Bearer',
    expires_in: 600,
    refresh_token: value(`refresh token ${round}`),
    ...(round === 0 ? { id_token: idToken(login, nonce, seconds) } : {}),
  });
  const parts: Parts[] = [
    { ...DOCUMENT, url: `${APP}/`, text: `<title>App</title><p>${prose(number, 8_000)}</p>` },
    get(`${SERVER}/.well-known/openid-configuration`, JSON.stringify(METADATA)),
    { ...DOCUMENT, url: `${SERVER}/authorize?${authorize}`, status: 302, answer: [to(callback)] },
    { ...DOCUMENT, url: callback, text: `<title>App</title><p>${prose(number + 1, 8_000)}</p>` },
    token(
      {
        ...{ grant_type: 'authorization_code', code: value('code'), code_verifier: verifier },
        ...{ redirect_uri: `${APP}/callback`, client_id: 's6BhdRkqt3' },
      },
      tokens(0),
    ),
    get(`${SERVER}/jwks`, '{"keys":[]}'),
    preflight(`${SERVER}/userinfo`),
    withToken(`${SERVER}/userinfo`, value('access token 0'), `{"sub":"user-${login}"}`),
    ...calls(login, value('access token 0'), number),
    token(
      ...([
        {
          grant_type: 'refresh_token',
          refresh_token: value('refresh token 0'),
          client_id: 's6BhdRkqt3',
        },
        tokens(1),
      ] as const),
    ),
    ...calls(login, value('access token 1'), number + CALLS),
  ];
  return parts.map((one, index) => entry(number + index, one));
}

function calls(login: number, accessToken: string, number: number): Parts[] {
  return Array.from({ length: CALLS }, (_, index): Parts[] => {
    const url = `${API}/v1/orders/${login}/${index}?expand=lines`;
    const call = withToken(url, accessToken, `[${prose(number + index, 6_000)}]`);
    return index % 4 === 0 ? [preflight(url), call] : [call];
  }).flat();
}

function get(url: string, text: string): Parts {
  return { url, headers: [ORIGIN], answer: CORS, text };
}

function withToken(url: string, accessToken: string, text: string): Parts {
  const authorization = { name: 'authorization', value: `Bearer ${accessToken}` };
  return { url, headers: [ORIGIN, authorization], answer: CORS, text };
}

function preflight(url: string): Parts {
  const asks = (what: string, value: string) => ({ name: `access-control-${what}`, value });
  return {
    ...{ method: 'OPTIONS', url, status: 204, resourceType: 'preflight' },
    headers: [ORIGIN, asks('request-method', 'GET'), asks('request-headers', 'authorization')],
    answer: [...CORS, asks('allow-headers', 'authorization')],
  };
}

function token(form: Readonly<Record<string, string>>, answer: object): Parts {
  const body = { mimeType: FORM, text: `${new URLSearchParams(form)}` };
  const url = `${SERVER}/token`;
  return {
    method: 'POST',
    url,
    headers: [ORIGIN],
    body,
    answer: CORS,
    text: JSON.stringify(answer),
  };
}

function to(location: string): { readonly name: string; readonly value: string } {
  return { name: 'location', value: location };
}

/** So many entries, of which a share belongs to logins. */
export function* realTraffic(count: number, share: number): Generator<Entry> {
  let ofLogins = 0;
  for (let number = 0, login = 0; number < count; ) {
    if (ofLogins < number * share) {
      const entries = realLogin(login, number);
      yield* entries;
      login += 1;
      number += entries.length;
      ofLogins += entries.length;
    } else {
      yield realOrdinary(number);
      number += 1;
    }
  }
}
