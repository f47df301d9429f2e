import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { AS, spa } from './clients.ts';
import {
  form,
  jwt,
  page,
  posted,
  redeemed,
  redirect,
  responseUrl,
  sent,
  valuesOf,
} from './sketch.ts';
import { clean, summary } from './summary.ts';

const { client, state, nonce, challenge, verifier } = valuesOf(spa);

const PARAMETERS = {
  client_id: client,
  redirect_uri: spa.callback,
  response_type: 'code',
  scope: 'openid profile',
  state,
  nonce,
  code_challenge: challenge,
  code_challenge_method: 'S256',
};
const signed = jwt({ iss: client, aud: AS, ...PARAMETERS });
const unsigned = `${jwt({ iss: client, aud: AS, ...PARAMETERS }, { alg: 'none' })
  .split('.', 2)
  .join('.')}.`;
const encrypted =
  'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.a2V5a2V5.aXZpdml2.Y2lwaGVydGV4dA.dGFndGFn';
const DOCUMENT = 'https://app.example.com/request-objects/1';

function loginWith(query: Record<string, string>, ...before: Exchange[]): Exchange[] {
  const url = `${spa.authorize}?${form({ client_id: client, ...query })}`;
  return [
    ...before,
    page(0, url),
    posted(
      4,
      `${AS}/session/login`,
      { u: 'u', p: 'p' },
      { headers: { referer: url }, status: 302, answer: { location: responseUrl(spa) } },
    ),
    page(4.2, responseUrl(spa), { headers: { 'sec-fetch-site': 'cross-site' } }),
    redeemed(spa),
  ];
}

const document = (at: number, object: string) =>
  sent(at, DOCUMENT, {
    answer: { 'content-type': 'application/oauth-authz-req+jwt' },
    answerBody: object,
  });

const par = (body: Record<string, string>) =>
  sent(-1, `${AS}/par`, {
    method: 'POST',
    body: form({ client_id: client, ...body }),
    status: 201,
    answerBody: {
      request_uri: 'urn:ietf:params:oauth:request_uri:bwc4JK-ESC0w8acc191e-Y1LTC2',
      expires_in: 60,
    },
  });
const PUSHED = { request_uri: 'urn:ietf:params:oauth:request_uri:bwc4JK-ESC0w8acc191e-Y1LTC2' };

function requestOf(exchanges: readonly Exchange[]) {
  const [analysed, ...more] = snapshotOf(exchanges).flows;
  expect(more).toEqual([]);
  const request = analysed?.flow.request;
  return { opaque: request?.opaque, state: request?.effective('state') };
}

describe('request objects', () => {
  it.each([
    ['signed, by value', loginWith({ request: signed, scope: 'openid', response_type: 'code' })],
    [
      'unsigned, by value',
      loginWith({ request: unsigned, scope: 'openid', response_type: 'code' }),
    ],
    [
      'by reference, and the document was seen',
      loginWith(
        { request_uri: `${DOCUMENT}#hash`, scope: 'openid', response_type: 'code' },
        document(-1, signed),
      ),
    ],
    [
      'the document is fetched after the request',
      [
        ...loginWith({ request_uri: DOCUMENT, scope: 'openid', response_type: 'code' }),
        document(0.1, signed),
      ],
    ],
    ['pushed', loginWith(PUSHED, par(PARAMETERS))],
    ['signed and pushed', loginWith(PUSHED, par({ request: signed }))],
  ])('%s: its claims count', (_, exchanges) => {
    expect(requestOf(exchanges)).toEqual({ opaque: false, state });
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
  });

  it.each([
    [
      'encrypted, by value',
      loginWith({ request: encrypted, scope: 'openid', response_type: 'code' }),
    ],
    [
      'by reference, fetched out of sight',
      loginWith({ request_uri: DOCUMENT, scope: 'openid', response_type: 'code' }),
    ],
    [
      'by reference to an encrypted document',
      loginWith(
        { request_uri: DOCUMENT, scope: 'openid', response_type: 'code' },
        document(-1, encrypted),
      ),
    ],
    ['pushed out of sight', loginWith(PUSHED)],
    ['encrypted and pushed', loginWith(PUSHED, par({ request: encrypted }))],
  ])('%s: nothing is said to be missing', (_, exchanges) => {
    expect(requestOf(exchanges)).toEqual({ opaque: true, state: undefined });
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
  });

  it('keeps two pushed logins of one client apart by the state inside', () => {
    const other = { ...spa, seed: 'two', at: 0.5 };
    const values = valuesOf(other);
    const uri = 'urn:ietf:params:oauth:request_uri:second';
    const second = [
      sent(-0.5, `${AS}/par`, {
        method: 'POST',
        body: form({
          ...PARAMETERS,
          state: values.state,
          nonce: values.nonce,
          code_challenge: values.challenge,
        }),
        status: 201,
        answerBody: { request_uri: uri, expires_in: 60 },
      }),
      redirect(
        0.5,
        `${spa.authorize}?${form({ client_id: client, request_uri: uri })}`,
        '/login/2',
      ),
      page(4.9, responseUrl(other), { headers: { 'sec-fetch-site': 'cross-site' } }),
      redeemed(other),
    ];
    const { flows } = snapshotOf([...loginWith(PUSHED, par(PARAMETERS)), ...second]);
    expect(flows.map(({ outcome, flow }) => [outcome, flow.request?.effective('state')])).toEqual([
      ['succeeded', state],
      ['succeeded', values.state],
    ]);
    expect(verifier).not.toBe(values.verifier);
  });
});
