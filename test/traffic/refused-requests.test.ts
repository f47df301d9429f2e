import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { APP, AS, spa } from './clients.ts';
import { call, frontChannel, type LoginSketch, login, page, requestUrl } from './sketch.ts';

const NOT_REGISTERED = '<h1>Error</h1><p>The redirect_uri does not match a registered redirect URI';

const sketch: LoginSketch = { ...spa, request: { scope: 'openid items.read' } };

/** A login that the server answers with a page of its own. */
const refusedByPage = (more: Partial<LoginSketch>, answerBody: string): Exchange[] => [
  page(0, requestUrl({ ...sketch, ...more }), { status: 400, answerBody }),
];

/** A login that the server answers with an error. */
const refused = (more: Partial<LoginSketch>, response: Record<string, string>): Exchange[] =>
  frontChannel({ ...sketch, ...more, response: { code: undefined, ...response } });

const worked = (more: Partial<LoginSketch> = {}): Exchange[] =>
  login({ ...sketch, ...more, at: -90, seed: 'before' });

const atCallback = (callback: string): Exchange[] => [
  ...worked(),
  ...refusedByPage({ callback }, NOT_REGISTERED),
];

const metadata = (more: object): Exchange =>
  call(-1, APP, `${AS}/.well-known/openid-configuration`, {
    answerBody: {
      issuer: AS,
      authorization_endpoint: `${AS}/authorize`,
      token_endpoint: `${AS}/token`,
      ...more,
    },
  });

/** What the first line and the advice have to say. */
const cases: readonly (readonly [string, readonly Exchange[], ...RegExp[]])[] = [
  ['a slash', atCallback(`${APP}/cb/`), /slash more at the end/, /"https:\/\/app.example.com\/cb"/],
  ['the scheme', atCallback('http://app.example.com/cb'), /scheme is http instead of https/],
  [
    'an address in place of the name',
    atCallback('https://203.0.113.7/cb'),
    /203\.0\.113\.7/,
    /worked with "https:\/\/app/,
  ],
  ['the port', atCallback(`${APP}:8443/cb`), /port 8443/],
  [
    'www',
    atCallback('https://www.app.example.com/cb'),
    /host is www\.app\.example\.com instead of/,
  ],
  ['upper case', atCallback(`${APP}/CB`), /upper and lower case/],
  [
    'the address of a developer, refused',
    [
      page(0, requestUrl({ ...sketch, callback: 'http://localhost:3000/cb' }), {
        status: 400,
        answerBody: NOT_REGISTERED,
        headers: { referer: `${APP}/` },
      }),
    ],
    /localhost:3000/,
    /page that started the login is at https:\/\/app\.example\.com/,
  ],
  [
    'localhost for 127.0.0.1',
    [
      ...worked({ callback: 'http://127.0.0.1:5173/cb' }),
      ...refusedByPage({ callback: 'http://localhost:5173/cb' }, NOT_REGISTERED),
    ],
    /host is localhost instead of 127\.0\.0\.1/,
  ],
  ['a wildcard', refusedByPage({ callback: `${APP}/*` }, NOT_REGISTERED), /"\*"/, /exact URL/],
  [
    'a client_id that worked with another letter',
    [
      ...worked({ client: 'shop-web' }),
      ...refusedByPage({ client: 'shop-wob' }, '<h1>Error</h1><p>Unknown client'),
    ],
    /shop-wob/,
    /one character is another/,
    /"shop-web"/,
  ],
  [
    'a client_id with a blank',
    refusedByPage({ client: 'shop-web ' }, '<h1>Error</h1><p>Unknown client'),
    /white space/,
    /bare value/,
  ],
  [
    'the implicit flow, which the client does not have',
    refused(
      { mode: 'fragment', request: { response_type: 'token', code_challenge: undefined } },
      { error: 'unauthorized_client' },
    ),
    /response_type "token"/,
    /response_type=code with PKCE/,
  ],
  [
    'a scope that the metadata has in another spelling',
    [
      metadata({ scopes_supported: ['openid', 'items.read'] }),
      ...refused({ request: { scope: 'openid read:items' } }, { error: 'invalid_scope' }),
    ],
    /"read:items" is almost "items\.read"/,
  ],
  [
    'scopes with commas',
    refused({ request: { scope: 'openid,items.read' } }, { error: 'invalid_scope' }),
    /comma/,
    /spaces: "openid items\.read"/,
  ],
  [
    'a prompt that is not supported',
    refused(
      { request: { prompt: 'admin_consent' } },
      { error: 'invalid_request', error_description: 'unsupported prompt' },
    ),
    /prompt is "admin_consent"/,
    /unsupported prompt/,
  ],
  [
    'a state that differs',
    frontChannel({ ...sketch, response: { state: 'Zt7Vw1naf0ifjsldkj8Xq2' } }),
    /another state/,
  ],
  [
    'a state that is not returned',
    frontChannel({ ...sketch, response: { state: undefined } }),
    /does not return the state/,
  ],
];

describe('a refused authorization request', () => {
  it.each(cases.map(([name, exchanges, ...says]) => [name, exchanges, says] as const))(
    'says what is wrong: %s',
    (_, exchanges, says) => {
      const { flows } = snapshotOf(exchanges);
      const { verdict } = flows.at(-1) ?? {};
      const cause = verdict?.cause;
      const said = `${cause?.title}: ${cause?.observed} ${cause?.expected} ${cause?.fix}`;
      for (const expression of says) expect(said).toMatch(expression);
    },
  );
});
