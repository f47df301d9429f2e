import {
  API,
  APP,
  AS,
  add,
  type Draft,
  find,
  form,
  HTML_TYPE,
  JSON_TYPE,
  signed,
} from './draft.ts';
import type { PersonalName, SecretName } from './values.ts';

type Plant = (draft: Draft, value: string) => void;

const percent = encodeURIComponent;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const html = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const page = (draft: Draft, text: string, status = 200): void => {
  add(draft, 'page', {
    url: `${APP}/page`,
    document: true,
    status,
    answer: { 'Content-Type': HTML_TYPE },
    text,
  });
};
const api = (draft: Draft, json: unknown, status = 200): void => {
  add(draft, 'data', {
    url: `${API}/v1/data`,
    status,
    answer: { 'Content-Type': JSON_TYPE },
    text: JSON.stringify(json),
  });
};
/** What a header field can hold. */
const field = (value: string): string => (/^[!-~]+$/.test(value) ? value : percent(value));
const toAuthorize = (draft: Draft, name: string, value: string): void => {
  const step = find(draft, 'authorize');
  const query = `${percent(name)}=${percent(value)}`;
  if (step) step.url += step.url.includes('?') ? `&${query}` : `?${query}`;
  else add(draft, 'authorize', { url: `${AS}/start?${query}` });
};

/** Where a secret stands first, so that its name or its form tells that it is one. */
export const SECRET_SOURCES = {
  'a parameter of the request': (draft, value) => toAuthorize(draft, 'session_token', value),
  'an unknown parameter': (draft, value) => toAuthorize(draft, 'xq', value),
  'a query': (draft, value) =>
    add(draft, 'page', { url: `${APP}/in?access_token=${percent(value)}` }),
  'a fragment': (draft, value) =>
    add(draft, 'page', {
      url: `${APP}/in#access_token=${percent(value)}&token_type=Bearer`,
      document: true,
    }),
  'a form': (draft, value) =>
    add(draft, 'form', { url: `${API}/login`, body: form({ user: 'x', api_key: value }) }),
  'a member of JSON': (draft, value) => api(draft, { session: { refreshToken: value } }),
  'a member in a string of JSON': (draft, value) =>
    api(draft, { payload: JSON.stringify({ client_secret: value }) }),
  'a request body of JSON': (draft, value) =>
    add(draft, 'form', {
      url: `${API}/login`,
      headers: { 'Content-Type': JSON_TYPE },
      body: JSON.stringify({ password: value }),
    }),
  'an API key': (draft, value) =>
    add(draft, 'data', { url: `${API}/v1/x`, headers: { 'X-Api-Key': field(value) } }),
  'a bearer token': (draft, value) =>
    add(draft, 'data', {
      url: `${API}/v1/x`,
      headers: { Authorization: `Bearer ${field(value)}` },
    }),
  'a password of Basic': (draft, value) =>
    add(draft, 'data', {
      url: `${API}/v1/x`,
      headers: { Authorization: `Basic ${base64(`svc:${value}`)}` },
    }),
  'a cookie': (draft, value) =>
    add(draft, 'data', { url: `${API}/v1/x`, headers: { Cookie: `a=1; sid=${percent(value)}` } }),
  'a cookie that is set': (draft, value) =>
    add(draft, 'data', {
      url: `${API}/v1/x`,
      answer: { 'Set-Cookie': `sid=${percent(value)}; Path=/; Secure` },
    }),
  'a challenge': (draft, value) =>
    add(draft, 'data', {
      url: `${API}/v1/x`,
      status: 401,
      answer: { 'WWW-Authenticate': `Digest realm="x", nonce="${field(value)}", qop="auth"` },
    }),
  'a hidden input': (draft, value) =>
    page(draft, `<form><input type="hidden" name="__flow" value="${html(value)}"></form>`),
  'a password of a URL': (draft, value) =>
    add(draft, 'data', { url: `https://svc:${percent(value)}@api.example.org/v1/x` }),
  'a field of a multipart form': (draft, value) =>
    add(draft, 'form', {
      url: `${API}/upload`,
      headers: { 'Content-Type': 'multipart/form-data; boundary=b1' },
      body: `--b1\r\nContent-Disposition: form-data; name="access_token"\r\n\r\n${value}\r\n--b1--\r\n`,
    }),
  'a state of JSON in base64': (draft, value) =>
    add(draft, 'page', {
      url: `${APP}/in?state=${percent(base64(JSON.stringify({ csrf_token: value, to: '/home' })))}`,
    }),
  'a URL in a parameter': (draft, value) =>
    add(draft, 'page', {
      url: `${APP}/in?next=${percent(`${APP}/b?session_state=${percent(value)}&a=b`)}`,
    }),
  'a claim': (draft, value) =>
    api(draft, { access_token: signed({ iss: AS, session_key: value, exp: 1_767_226_000 }) }),
  'a connection string': (draft, value) =>
    page(
      draft,
      `<pre>SqlException: Server=db1;Database=app;User Id=svc;Password=${html(value.replaceAll(';', ''))};</pre>`,
      500,
    ),
  'an element of XML': (draft, value) =>
    add(draft, 'data', {
      url: `${API}/soap`,
      answer: { 'Content-Type': 'text/xml' },
      text: `<?xml version="1.0"?><s:Body xmlns:s="urn:x"><wsse:Password>${html(value)}</wsse:Password></s:Body>`,
    }),
  'a session in a path': (draft, value) =>
    add(draft, 'page', { url: `${APP}/home;jsessionid=${percent(value)}?tab=1` }),
} satisfies Readonly<Record<string, Plant>>;

const MEMBERS: Readonly<Record<PersonalName, string>> = {
  mail: 'email',
  'mail with a tag': 'email',
  'mail of an IDN': 'mail',
  'mail without a top-level domain': 'upn',
  name: 'name',
  phone: 'phone_number',
  'phone with dashes': 'phone',
  'IPv4 address': 'ipaddr',
  'IPv6 address': 'client_ip',
  card: 'card_number',
  'domain user': 'username',
  subject: 'sub',
};

/** Where a personal value stands first. */
export const PERSONAL_SOURCES: Readonly<
  Record<string, (draft: Draft, value: string, kind: PersonalName) => void>
> = {
  'a member of JSON': (draft, value, kind) => api(draft, { user: { [MEMBERS[kind]]: value } }),
  'a claim': (draft, value, kind) =>
    api(draft, { id_token: signed({ iss: AS, [MEMBERS[kind]]: value, exp: 1_767_226_000 }) }),
  'a parameter': (draft, value, kind) =>
    add(draft, 'form', { url: `${API}/profile`, body: form({ [MEMBERS[kind]]: value }) }),
  'a hint': (draft, value) => toAuthorize(draft, 'login_hint', value),
  'a sentence': (draft, value, kind) =>
    page(
      draft,
      `<p>${kind === 'name' || kind === 'subject' ? `Signed in as ${html(value)}.` : `The user ${html(value)} was not found.`}</p>`,
      400,
    ),
};

export type SecretSource = keyof typeof SECRET_SOURCES;
export const SECRET_SOURCE_NAMES = Object.keys(SECRET_SOURCES) as readonly SecretSource[];
export const PERSONAL_SOURCE_NAMES = Object.keys(PERSONAL_SOURCES);

/** Values that a place cannot hold. */
export function holds(source: SecretSource, kind: SecretName): boolean {
  // A word under a name that nobody knows is no secret.
  if (source === 'an unknown parameter') {
    return !['lower case', 'short token', 'with every character'].includes(kind);
  }
  // A field that cannot hold the value holds it percent-encoded, which is another value.
  if (source === 'a challenge') return kind !== 'with every character';
  return true;
}
