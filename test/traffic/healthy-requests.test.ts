import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP, PLAIN } from './clients.ts';
import { login, valuesOf } from './sketch.ts';
import { clean, summary } from './summary.ts';

const logins: Readonly<Record<string, readonly Exchange[]>> = {
  'a pushed request (RFC 9126) of a server': login({
    authorize: 'https://as.example.com/authorize',
    callback: `${APP}/cb`,
    request: {
      ...PLAIN,
      redirect_uri: undefined,
      response_type: undefined,
      scope: undefined,
      state: undefined,
      request_uri: 'urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c',
    },
    response: { iss: 'https://as.example.com' },
  }),
  'a pushed request whose reference is a bare urn of the server': login({
    authorize: 'https://as.example.com/as/authorization.oauth2',
    callback: `${APP}/cb`,
    request: {
      ...PLAIN,
      redirect_uri: undefined,
      response_type: undefined,
      scope: undefined,
      state: undefined,
      request_uri: 'urn:ietf:params:oauth:request_uri:bwc4JK-ESC0w8acc191e-Y1LTC2',
    },
  }),
  'a signed request object (RFC 9101) with client_id only': login({
    authorize: 'https://as.example.com/authorize',
    callback: `${APP}/cb`,
    request: {
      ...PLAIN,
      redirect_uri: undefined,
      response_type: undefined,
      scope: undefined,
      state: undefined,
      request: signedRequest(),
    },
  }),
  'an encrypted request object': login({
    authorize: 'https://as.example.com/authorize',
    callback: `${APP}/cb`,
    request: {
      ...PLAIN,
      redirect_uri: undefined,
      state: undefined,
      response_type: 'code',
      scope: 'openid',
      request: 'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a2V5.aXY.Y2lwaGVy.dGFn',
    },
  }),
};

function signedRequest(): string {
  const { state, nonce, challenge } = valuesOf({ authorize: '', callback: '' });
  const claims = {
    iss: 'client-of-the-app',
    aud: 'https://as.example.com',
    response_type: 'code',
    client_id: 'client-of-the-app',
    redirect_uri: `${APP}/cb`,
    scope: 'openid',
    state,
    nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  return [
    'eyJhbGciOiJFUzI1NiJ9',
    Buffer.from(JSON.stringify(claims)).toString('base64url'),
    'c2ln',
  ].join('.');
}

describe('healthy requests whose parameters are elsewhere', () => {
  it.each(Object.entries(logins))('%s', (_, exchanges) => {
    const { flows, outside } = summary(exchanges);
    expect(outside).toEqual([]);
    expect(flows).toEqual([{ ...clean('unknown'), grant: flows[0]?.grant }]);
  });
});
