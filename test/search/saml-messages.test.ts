import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { unpackSaml } from '../../src/search/packed-saml.ts';
import { prepareSaml } from '../../src/search/saml-messages.ts';
import { matcherOf } from '../../src/search/search-query.ts';
import { search } from '../../src/search/search-recording.ts';
import { parameterForms } from '../../src/search/value-forms.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { login } from '../panels/recording.ts';

/** Where a text is found: `0 response body`. */
async function hitsFor(text: string, exchanges: readonly Exchange[]): Promise<readonly string[]> {
  const matcher = matcherOf({ text, matchCase: false, regex: false });
  if ('refused' in matcher) throw new Error(matcher.refused);
  const { flows } = snapshotOf(exchanges);
  await prepareSaml(flows);
  return [...search(flows, matcher)]
    .flatMap(({ hits }) => hits)
    .map(({ step, text: { place, name } }) => `${step} ${place} ${name}`.trim());
}

describe('a SAML message', () => {
  const xml =
    '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><saml:Issuer>https://sp.example.com/meta</saml:Issuer></samlp:AuthnRequest>';
  const packed = deflateRawSync(Buffer.from(xml)).toString('base64');
  const plain = Buffer.from(xml).toString('base64');

  /** Where it is found in the answer to an authorization request. */
  const placesOf = (location: string, text = '') => {
    const [first, ...rest] = login();
    if (!first?.response) throw new Error('A login has a first response.');
    const headers = [...first.response.headers, { name: 'X-Next', value: location }];
    const response = { ...first.response, headers, body: { text } };
    return hitsFor('sp.example.com/meta', [{ ...first, response }, ...rest]);
  };
  const idp = (name: string, value: string) =>
    `https://idp.example.org/sso?${name}=${encodeURIComponent(value)}&RelayState=x`;
  const page = (value: string) =>
    `<form method="post"><input type="hidden" name="SAMLResponse" value="${value}"/></form>`;

  it('is found decoded in a redirect, compressed or not', async () => {
    expect(await placesOf(idp('SAMLRequest', packed))).toEqual(['0 response header X-Next']);
    expect(await placesOf(idp('SAMLResponse', plain))).toEqual(['0 response header X-Next']);
  });

  it('is found decoded in the form of a page', async () => {
    expect(await placesOf('', page(plain))).toEqual(['0 response body']);
    expect(await placesOf('', page(packed))).toEqual(['0 response body']);
  });

  it('is found among the parameters, also in lines', async () => {
    await unpackSaml([packed]);
    expect(parameterForms('SAMLRequest', packed)).toContain(xml);
    expect(parameterForms('SAMLResponse', plain.replace(/.{60}/g, '$&\r\n'))).toContain(xml);
    expect(parameterForms('other', packed)).toEqual([packed]);
  });

  it('is not looked for where no SAML message can be', async () => {
    expect(await placesOf(idp('other', packed))).toEqual([]);
    expect(await placesOf(idp('SAMLRequest', packed.slice(0, 20)))).toEqual([]);
  });
});
