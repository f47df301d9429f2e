import { describe, expect, it } from 'vitest';
import { clientAuthentication } from '../../../src/oauth/values/client-authentication.ts';
import { formParams } from '../../../src/oauth/values/params.ts';
import { exchange } from '../../helpers/exchanges.ts';
import { jwt } from '../../traffic/sketch.ts';

const TOKEN = 'https://as.example.com/token';
const TYPE = 'client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3A';
const assertion = (alg: string) =>
  `${TYPE}jwt-bearer&client_assertion=${jwt({ iss: 'svc', sub: 'svc' }, { alg })}`;

function message(body: string, headers: Record<string, string> = {}, url = TOKEN) {
  const sent = exchange(0, { url, body: `grant_type=client_credentials&${body}`, headers });
  return { exchange: sent, params: formParams(body), preflight: null };
}

describe('client authentication', () => {
  it.each([
    ['client_secret_basic', message('', { authorization: `Basic ${btoa('svc:s3cr3t')}` })],
    ['client_secret_post', message('client_id=svc&client_secret=s3cr3t')],
    ['client_secret_jwt', message(assertion('HS256'))],
    ['private_key_jwt', message(assertion('ES256'))],
    ['saml2-bearer', message(`${TYPE}saml2-bearer&client_assertion=PHNhbWw`)],
    ['attest_jwt_client_auth', message('client_id=app', { 'oauth-client-attestation': jwt({}) })],
  ])('%s', (method, sent) => {
    expect(clientAuthentication(sent)).toEqual({
      methods: [method],
      kind: 'method',
      certificate: null,
    });
  });

  it('names every method when there are several', () => {
    const basic = { authorization: `Basic ${btoa('svc:s3cr3t')}` };
    const { methods } = clientAuthentication(message('client_secret=s3cr3t', basic));
    expect(methods).toEqual(['client_secret_basic', 'client_secret_post']);
  });

  it('is none when the client only names itself', () => {
    expect(clientAuthentication(message('client_id=spa')).kind).toBe('none');
  });

  it('is unknown when headers or body were not recorded', () => {
    const sent = message('client_id=spa');
    const { request } = sent.exchange;
    const withoutHeaders = { ...sent.exchange, request: { ...request, headersComplete: false } };
    const body = { unknown: 'stripped' as const };
    const withoutBody = { ...sent.exchange, request: { ...request, body } };
    for (const one of [withoutHeaders, withoutBody]) {
      expect(clientAuthentication({ ...sent, exchange: one }).kind).toBe('unknown');
    }
  });

  it('suspects a certificate by the endpoint or the token alone', () => {
    const aliases = { token_endpoint: 'https://mtls.as.example.com/token' };
    const metadata = { mtls_endpoint_aliases: aliases };
    const there = message('client_id=svc', {}, aliases.token_endpoint);
    const bound = jwt({ cnf: { 'x5t#S256': 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' } });
    expect(clientAuthentication(there, metadata).certificate).toBe('endpoint');
    expect(clientAuthentication(message('client_id=svc'), metadata, bound).certificate).toBe(
      'token',
    );
    expect(
      clientAuthentication(message('client_id=svc'), metadata, jwt({})).certificate,
    ).toBeNull();
  });
});
