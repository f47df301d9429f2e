import type { Exchange } from '../../src/http/exchange.ts';
import type { Shapes } from './shape.ts';
import {
  APP,
  authorize,
  CALLBACK,
  call,
  codeOf,
  exchange,
  login,
  opaque,
  post,
  times,
} from './sketch.ts';

const ONE = opaque('one');

/** Pages of the server between the request and the callback, each reached from the one before. */
function documents(count: number): Exchange[] {
  const [first, back, token] = login(0, ONE);
  if (!first || !back || !token) return [];
  const page = (index: number): string => `https://as.example.com/step/${index}`;
  const pages = times(count, (index) =>
    exchange(index + 1, {
      url: page(index),
      status: 200,
      headers: { referer: index === 0 ? first.request.url : page(index - 1) },
      text: `<title>Step ${index}</title><form method="post" action="${page(index + 1)}"></form>`,
    }),
  );
  const end = (count + 2) * 50;
  return [
    first,
    ...pages,
    ...[back, token].map((one) => ({ ...one, id: `z${one.id}`, startedAt: one.startedAt + end })),
  ];
}

/** Tabs that were exported one by one: each file holds one login at one server with its own clock. */
function files(count: number): Exchange[] {
  return times(count, (source) =>
    login(source * 3, opaque(source)).map((one) => inFile(one, source)),
  );
}

/** Files that each hold a call with the token that the first one shows being issued. */
function filesOfOne(count: number): Exchange[] {
  const calls = times(count, (index) => inFile(call(3 + index, ONE), index + 1));
  return [...login(0, ONE).map((one) => inFile(one, 0)), ...calls];
}

function inFile(one: Exchange, source: number): Exchange {
  const { response } = one;
  const date = { name: 'date', value: new Date(one.startedAt).toUTCString() };
  return {
    ...one,
    id: `${source}:${one.id}`,
    source,
    response: response && { ...response, headers: [...response.headers, date] },
  };
}

/** A login with one part of a given size. */
function withPart(part: (size: number) => Partial<Record<'text' | 'cookie' | 'query', string>>) {
  return (size: number): Exchange[] => {
    const { text, cookie, query } = part(size);
    const [first, back, token] = login(0, ONE);
    if (!first || !back || !token) return [];
    return [
      query === undefined
        ? first
        : exchange(0, {
            url: `${first.request.url}&${query}`,
            status: 302,
            answer: { location: back.request.url },
          }),
      exchange(1, {
        url: back.request.url,
        status: 200,
        headers: { ...(cookie === undefined ? {} : { cookie }) },
        answer: { 'content-type': 'text/html' },
        text: text ?? '',
      }),
      token,
    ];
  };
}

/** JSON of a given depth as the answer of the token endpoint and of the API. */
function nested(depth: number): Exchange[] {
  const text = `{"access_token":"${ONE}","token_type":"Bearer","more":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  const form = { grant_type: 'authorization_code', code: codeOf(0), redirect_uri: CALLBACK };
  return [
    authorize(0, { state: 'first' }),
    post(1, form, null, { text }),
    call(2, ONE, { text, status: 403 }),
  ];
}

export const SIZE_SHAPES: Shapes = {
  documents: { what: 'documents', count: 5_000, make: documents },
  files: { what: 'files as sources', count: 640, make: files },
  'files-of-one': { what: 'files as sources of one login', count: 640, make: filesOfOne },
  cookies: {
    what: 'bytes of cookies',
    count: 1_000_000,
    make: withPart((size) => ({
      cookie: times(Math.floor(size / 20), (index) => `c${index}=0123456789`.padEnd(18, 'x')).join(
        '; ',
      ),
    })),
  },
  params: {
    what: 'parameters',
    count: 10_000,
    make: withPart((count) => ({
      query: times(count, (index) => `p${index}=value${index}`).join('&'),
    })),
  },
  json: { what: 'levels of JSON', count: 20_000, make: nested },
  html: {
    what: 'bytes of HTML',
    count: 20_000_000,
    make: withPart((size) => ({
      text: `<title>App</title>${`<p class="a">Some text of a page, <a href="${APP}/next">next</a></p>`.repeat(Math.floor(size / 74))}`,
    })),
  },
};
