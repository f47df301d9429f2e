import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeaks } from '../../src/gate/gate.ts';
import { writeHar } from '../../src/har/write-har.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { type RedactedRecording, redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { recordingOf } from '../helpers/parity.ts';
import { exchange } from './recordings.ts';

const IDP = 'https://idp.example.com';
const SP = 'https://sp.example.com';
const NAMESPACES =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
const REQUEST = `<samlp:AuthnRequest ${NAMESPACES} ID="_8e8dc5f69a98cc4c1ff3427e5ce34606fd672f91e6" Version="2.0" IssueInstant="2026-01-01T00:00:00Z" Destination="${IDP}/sso" AssertionConsumerServiceURL="${SP}/acs"><saml:Issuer>${SP}/metadata</saml:Issuer></samlp:AuthnRequest>`;
const RESPONSE = `<samlp:Response ${NAMESPACES} ID="_4f69a98cc8e8dc5c1ff3427e5ce34606fd672f91e6" InResponseTo="_8e8dc5f69a98cc4c1ff3427e5ce34606fd672f91e6" Version="2.0" IssueInstant="2026-01-01T00:00:05Z" Destination="${SP}/acs"><saml:Issuer>${IDP}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></samlp:Status><saml:Assertion ID="_d71a3a8e9fcc45c9e9d248ef7049393fc8f04e5f75"><ds:Signature><ds:SignatureValue>tsLJ0sTNKKSdC3yUu8kUm2o5dCqqSR4hY8fUH8K0Aw==</ds:SignatureValue><ds:DigestValue>k7Xq2Zt7Vw1nPq8sLm3RbYcAeFg=</ds:DigestValue></ds:Signature><saml:Subject><saml:NameID>quist@people.test</saml:NameID></saml:Subject><saml:Conditions NotOnOrAfter="2026-01-01T00:05:00Z"/><saml:AuthnStatement AuthnInstant="2026-01-01T00:00:04Z" SessionIndex="_be9967abd904ddcae3c0eb4189adbe3f71e327cf93"/><saml:AttributeStatement><saml:Attribute Name="groups"><saml:AttributeValue>Quistlers Mannschaft</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>`;

const q = encodeURIComponent;
const deflated = (xml: string): string => deflateRawSync(Buffer.from(xml)).toString('base64');
const sent = (query: string): Exchange => exchange({ url: `${IDP}/sso?${query}` });
const posted = (body: string): Exchange =>
  exchange({
    method: 'POST',
    url: `${SP}/acs`,
    headers: ['Content-Type: application/x-www-form-urlencoded'],
    body,
  });

const redacted = (...exchanges: Exchange[]): Promise<RedactedRecording> =>
  redactRecording(recordingOf(exchanges), DEFAULT_REDACTION);

const paramOf = ({ recording }: RedactedRecording, name: string, index = 0): string => {
  const { url, body } = recording.exchanges[index]?.request ?? { url: '', body: null };
  const text = body && 'text' in body ? body.text : new URL(url).search;
  return new URLSearchParams(text).get(name) ?? '';
};
const xmlOf = (value: string): string => {
  const bytes = Buffer.from(value, 'base64');
  return bytes.toString().startsWith('<') ? bytes.toString() : inflateRawSync(bytes).toString();
};

/** The values that the file shows, by code that shares nothing with redaction. */
const shown = ({ recording, removed }: RedactedRecording) =>
  findLeaks(
    writeHar(recording, { version: '0.0.0' }),
    removed.map(({ value, names, isWord, placeholder: { name } }) => ({
      ...{ value, names, isWord, name },
    })),
  );

const SECRETS = [
  '8e8dc5f69a98cc4c1ff3427e5ce34606fd672f91e6',
  '4f69a98cc8e8dc5c1ff3427e5ce34606fd672f91e6',
  'd71a3a8e9fcc45c9e9d248ef7049393fc8f04e5f75',
  'tsLJ0sTNKKSdC3yUu8kUm2o5dCqqSR4hY8fUH8K0Aw',
  'k7Xq2Zt7Vw1nPq8sLm3RbYcAeFg',
  'quist@people.test',
  'be9967abd904ddcae3c0eb4189adbe3f71e327cf93',
  'Quistlers Mannschaft',
];

describe('a SAML message', () => {
  it.each([
    ['compressed in a URL', sent(`SAMLResponse=${q(deflated(RESPONSE))}`)],
    ['in a form', posted(`SAMLResponse=${q(Buffer.from(RESPONSE).toString('base64'))}`)],
    ['compressed in a form', posted(`SAMLResponse=${q(deflated(RESPONSE))}`)],
  ])('%s keeps its structure and loses its values', async (_, one) => {
    const result = await redacted(one);
    const xml = xmlOf(paramOf(result, 'SAMLResponse'));
    const tags = (text: string) => text.match(/<\/?[\w:]+| [\w:]+=/g);
    expect(tags(xml)).toEqual(tags(RESPONSE));
    for (const kept of [
      `<saml:Issuer>${IDP}</saml:Issuer>`,
      'Value="urn:oasis:names:tc:SAML:2.0:status:Responder"',
      `Destination="${SP}/acs"`,
      'IssueInstant="2026-01-01T00:00:05Z"',
      'AuthnInstant="2026-01-01T00:00:04Z"',
      'NotOnOrAfter="2026-01-01T00:05:00Z"',
      'Name="groups"',
    ]) {
      expect(xml).toContain(kept);
    }
    for (const secret of SECRETS) expect(xml).not.toContain(secret);
    expect(shown(result)).toEqual([]);
  });

  it('has the id that its answer names', async () => {
    const result = await redacted(
      sent(`SAMLRequest=${q(deflated(REQUEST))}`),
      posted(`SAMLResponse=${q(Buffer.from(RESPONSE).toString('base64'))}`),
    );
    const request = xmlOf(paramOf(result, 'SAMLRequest'));
    expect(request).toContain(`AssertionConsumerServiceURL="${SP}/acs"`);
    const id = / ID="([^"]+)"/.exec(request)?.[1] ?? '';
    expect(REQUEST).not.toContain(id);
    expect(xmlOf(paramOf(result, 'SAMLResponse', 1))).toContain(`InResponseTo="${id}"`);
    expect(shown(result)).toEqual([]);
  });

  it('is one text wherever it stands', async () => {
    const query = `SAMLRequest=${q(deflated(REQUEST))}`;
    const target = `${IDP}/sso?${query}`;
    const first = exchange({ url: `${SP}/`, status: 302, answer: [`Location: ${target}`] });
    const { recording } = await redacted(first, sent(query));
    const [one, two] = recording.exchanges;
    expect(one?.response?.headers).toContainEqual({ name: 'Location', value: two?.request.url });
    expect(two?.request.url).not.toBe(target);
  });

  it('that is too long after decompression is replaced as a whole', async () => {
    const bomb = deflated(`<samlp:Response>${'x'.repeat(40_000_000)}</samlp:Response>`);
    const before = process.cpuUsage();
    const value = paramOf(await redacted(sent(`SAMLResponse=${q(bomb)}`)), 'SAMLResponse');
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
    expect(value).not.toBe(bomb);
    expect(() => inflateRawSync(Buffer.from(value, 'base64'))).toThrow();
  });

  it('that is damaged is replaced as a whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(300), fc.nat(255), async (place, byte) => {
        const bytes = deflateRawSync(Buffer.from(RESPONSE));
        bytes[place % bytes.length] = byte;
        const result = await redacted(sent(`SAMLResponse=${q(bytes.toString('base64'))}`));
        expect(shown(result)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the state of a SAML login', () => {
  it('stays when it is an address, without the values in it', async () => {
    const state = `${SP}/start?tab=2&token=k7Xq2Zt7Vw1nPq8sLm3RbYcAeFg`;
    const result = await redacted(
      sent(`SAMLRequest=${q(deflated(REQUEST))}&RelayState=${q(state)}`),
    );
    expect(paramOf(result, 'RelayState')).toMatch(
      /^https:\/\/sp\.example\.com\/start\?tab=2&token=[\w-]{27}$/,
    );
    expect(shown(result)).toEqual([]);
  });

  it('is replaced when it is anything else', async () => {
    const result = await redacted(posted(`SAMLResponse=x&RelayState=ss%3Amem%3A7f2c9a1b44d0`));
    expect(paramOf(result, 'RelayState')).not.toContain('7f2c9a1b44d0');
  });
});
