import { createHash } from 'node:crypto';

interface Pair {
  readonly name: string;
  value: string;
}

interface Body {
  mimeType: string;
  text?: string;
  params?: Pair[];
}

interface Entry {
  request: { url: string; headers: Pair[]; cookies: Pair[]; queryString: Pair[]; postData?: Body };
  response: { headers: Pair[]; cookies: Pair[]; redirectURL: string; content: Body };
}

interface Har {
  log: { creator: { name: string; version: string }; entries: Entry[] };
}

const CLOUDFLARE = [
  ...['Authorization', 'SAMLRequest', 'SAMLResponse', 'access_token', 'appID', 'assertion', 'auth'],
  ...['authenticity_token', 'challenge', 'client_id', 'client_secret', 'code', 'code_challenge'],
  ...['code_verifier', 'email', 'facetID', 'fcParams', 'id_token', 'password', 'refresh_token'],
  ...['serverData', 'shdf', 'state', 'token', 'usg', 'vses2', 'x-client-data'],
];
const GOOGLE = CLOUDFLARE.filter((one) => !/^(?:code_challenge|refresh_token|vses2)$/.test(one));
const HASHED = ['access_token', 'id_token', 'code', 'refresh_token', 'token'];
const PERSONAL = ['password', 'username', 'user', 'email', 'login', 'client_secret', 'secret'];

/** What programs make of a HAR before it is shared. Null: the program does not read this one. */
export const PROGRAMS: Readonly<Record<string, (text: string) => string | null>> = {
  'DevTools of Chromium': (text) => withoutCredentials(JSON.parse(text)),
  'the sanitizer of Cloudflare': (text) =>
    bracketed(JSON.parse(text), {
      isWord: (name) => CLOUDFLARE.includes(name),
      isType: (type) => /javascript/.test(type),
      cuts: true,
    }),
  'the sanitizer of Cloudflare with everything ticked': (text) =>
    bracketed(JSON.parse(text), { isWord: () => true, isType: () => true, cuts: true }),
  'the sanitizer of Google': (text) =>
    bracketed(JSON.parse(text), {
      isWord: (name) => GOOGLE.includes(name),
      isType: (type) => /javascript|text\/(?:html|css|xml)/.test(type),
      cuts: false,
    }),
  'har-sanitizer with hashes': (text) => hashed(JSON.parse(text), sha256),
  'har-sanitizer with one word': (text) => hashed(JSON.parse(text), () => 'obfuscated'),
};

function withoutCredentials(har: Har): string | null {
  if (har.log.creator.name !== 'WebInspector') return null;
  for (const { request, response } of har.log.entries) {
    request.cookies = [];
    response.cookies = [];
    request.headers = request.headers.filter(
      ({ name }) => !/^(?:authorization|cookie)$/i.test(name),
    );
    response.headers = response.headers.filter(({ name }) => !/^set-cookie$/i.test(name));
    request.url = request.url.replace(/#.*/, '');
  }
  return JSON.stringify(har);
}

interface Words {
  readonly isWord: (name: string) => boolean;
  readonly isType: (type: string) => boolean;
  /** Signatures of tokens are removed. */
  readonly cuts: boolean;
}

function bracketed(har: Har, { isWord, isType, cuts }: Words): string {
  const pairs = (text: string): string =>
    text.replace(/(?<=^|[\s";,&?])([\w.-]+)=([^&\s";,#]+)/g, (pair, name: string) =>
      isWord(name) ? `${name}=[${name} redacted]` : pair,
    );
  const all = (list: Pair[] = []): void => {
    for (const pair of list) {
      if (isWord(pair.name)) pair.value = `[${pair.name} redacted]`;
      else pair.value = pairs(pair.value);
    }
  };
  for (const { request, response } of har.log.entries) {
    request.url = pairs(request.url);
    response.redirectURL = pairs(response.redirectURL ?? '');
    for (const list of [request.headers, request.cookies, request.queryString]) all(list);
    for (const list of [response.headers, response.cookies, request.postData?.params]) all(list);
    if (request.postData?.text) request.postData.text = pairs(request.postData.text);
    const { content } = response;
    if (isType(content.mimeType)) content.text = `[${content.mimeType} redacted]`;
    else if (content.text) content.text = pairs(content.text);
  }
  const text = JSON.stringify(har);
  return cuts ? text.replace(/\b(ey[\w=-]+\.ey[\w=-]+)\.[\w.+/=-]+\b/g, '$1.redacted') : text;
}

function sha256(value: string): string {
  return createHash('sha256').update(`${value} salt`).digest('hex');
}

function hashed(har: Har, hash: (value: string) => string): string {
  const form = (params: URLSearchParams): void => {
    for (const [name, value] of [...params]) {
      if (PERSONAL.includes(name)) params.set(name, 'obfuscated');
      else if (HASHED.includes(name)) params.set(name, hash(value));
    }
  };
  const url = (text: string): string => {
    if (!/^https?:/.test(text)) return text;
    const parsed = new URL(text);
    form(parsed.searchParams);
    return parsed.href;
  };
  const body = (one: Body): void => {
    one.text = one.text === undefined ? 'obfuscated' : bodyText(one.mimeType, one.text, form, hash);
  };
  for (const { request, response } of har.log.entries) {
    request.url = url(request.url);
    for (const header of [...request.headers, ...response.headers]) {
      header.value = headerValue(header, url, hash);
    }
    for (const cookie of [...request.cookies, ...response.cookies])
      cookie.value = hash(cookie.value);
    if (request.postData) body(request.postData);
    body(response.content);
  }
  har.log.creator = { name: 'har-sanitizer', version: '2.0.0' };
  return JSON.stringify(har);
}

function headerValue(
  { name, value }: Pair,
  url: (text: string) => string,
  hash: (value: string) => string,
): string {
  const cookie = (pair: string): string => pair.replace(/(?<==)[^;]*/, hash);
  switch (name.toLowerCase()) {
    case 'location':
    case 'referer':
      return url(value);
    case 'authorization':
      return value.replace(/(?<=\s).+/, hash);
    case 'cookie':
      return `${value.split(/;\s?/).map(cookie).join('; ')};`;
    case 'set-cookie':
      return cookie(value);
    default:
      return value;
  }
}

function bodyText(
  type: string,
  text: string,
  form: (params: URLSearchParams) => void,
  hash: (value: string) => string,
): string {
  if (/^application\/x-www-form-urlencoded/.test(type)) {
    const params = new URLSearchParams(text);
    form(params);
    return params.toString();
  }
  if (!/^application\/json/.test(type) || text === '') return 'obfuscated';
  const members = JSON.parse(text) as Record<string, unknown>;
  for (const name of PERSONAL) if (name in members) members[name] = 'obfuscated';
  for (const name of HASHED) if (name in members) members[name] = hash(String(members[name]));
  return JSON.stringify(members);
}
