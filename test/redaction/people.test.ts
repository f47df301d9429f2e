import { expect, test } from 'vitest';
import { collectRecording } from '../../src/redaction/collect-recording.ts';
import { concealed } from './concealed.ts';
import { error, form, header, json, type Plant, page, q, RANDOM, url, XML } from './plants.ts';
import { exchange } from './recordings.ts';
import { base64 } from './secrets.ts';

const PEOPLE: readonly Plant[] = [
  ['an IPv4 address in a text', '203.0.113.77', error('Login from 203.0.113.77 was refused')],
  ['an IPv4 address in a header', '203.0.113.77', header('X-Acme-Peer: 203.0.113.77')],
  ['an IPv6 address', '2001:db8:cafe::17', error('Login from 2001:db8:cafe::17 was refused')],
  ['Forwarded', '2001:db8:cafe::17', header('Forwarded: for="[2001:db8:cafe::17]:4711"')],
  ['a phone number', '+49 171 1234567', error('We sent a code to +49 171 1234567.')],
  ['E.164', '+14155550100', json({ message: 'SMS to +14155550100 failed' })],
  ['a national number', '(030) 1234567', page('<p>Call (030) 1234567</p>')],
  ['a number by its name', '491711234567', json({ msisdn: '491711234567' })],
  ['a card', '4111 1111 1111 1111', error('Card 4111 1111 1111 1111 declined')],
  ['a bank account', 'DE89 3704 0044 0532 0130 00', error('from DE89 3704 0044 0532 0130 00')],
  ['ssn', '078-05-1120', json({ note: 'SSN 078-05-1120' })],
  ['dob', '1984-02-29', json({ dob: '1984-02-29' })],
  ['an IDN address', 'jörg@bücher.example', error('No account for jörg@bücher.example')],
  [
    'an address without a top-level domain',
    'ana@intranet',
    error('No account for ana@intranet found'),
  ],
  ['a quoted address', '"ana lima"@example.com', error('No account for "ana lima"@example.com')],
  [
    'a percent-encoded address in a path',
    'ana.lima%40example.com',
    url('/users/ana.lima%40example.com/keys'),
  ],
  ['a Windows account', 'CORP\\alima', json({ detail: 'Access denied for CORP\\alima' })],
  ['a UPN', 'alima@corp.example.com', json({ upn: 'alima@corp.example.com' })],
  ['Signed in as', 'Marcella Quist', page('<p>Signed in as <b>Marcella Quist</b></p>')],
  ['Welcome', 'Marcella', page('<h1>Welcome back, Marcella!</h1>')],
  ['Hello', 'Marcella Quist', error('Hello Marcella Quist, your session has ended.')],
  ['Angemeldet als', 'Marcella Quist', page('<p>Angemeldet als Marcella Quist</p>')],
  ['Connecté en tant que', 'Marcella Quist', page('<p>Connecté en tant que Marcella Quist</p>')],
  ['Bienvenido', 'Marcella', page('<p>Bienvenido, Marcella</p>')],
  ["user 'NAME'", 'mquist', error("user 'mquist' is locked")],
  ['a full name', 'Marcella Quist', json({ name: 'Marcella Quist' })],
  ['displayName', 'Marcella Quist', json({ user: { displayName: 'Marcella Quist' } })],
  ['cn', 'Marcella Quist', json({ attributes: { cn: ['Marcella Quist'] } })],
  [
    'oid',
    '0f8fad5b-d9cb-469f-a165-70867728950e',
    json({ oid: '0f8fad5b-d9cb-469f-a165-70867728950e' }),
  ],
  ['login_hint', 'mquist', url('/authorize?login_hint=mquist')],
  ['user_email', 'no-address-here', form('user_email=no-address-here')],
  [
    'a SAML subject',
    'mquist-plain',
    exchange({ text: XML('<saml:NameID Format="x">mquist-plain</saml:NameID>') }),
  ],
  [
    'a SAML attribute',
    'Quist',
    exchange({
      text: XML(
        '<saml:Attribute Name="urn:oid:2.5.4.4"><saml:AttributeValue>Quist</saml:AttributeValue></saml:Attribute>',
      ),
    }),
  ],
  [
    'a SAML response in base64',
    'mquist-plain',
    exchange({
      method: 'POST',
      body: `SAMLResponse=${q(base64(XML('<NameID>mquist-plain</NameID>')))}`,
      text: 'mquist-plain',
    }),
  ],
  ['an id of a provider', 'acme|5523', page('<p>Signed in as acme|552310074316253370.</p>')],
  ['a home folder in a stack trace', 'mquist', error('at load (/Users/mquist/app/index.js:1:2)')],
];

test.each(PEOPLE)('%s: %s', (_place, value, of) => {
  expect(concealed([of])).not.toContain(value);
});

test.each([
  ['Dear CORP\\jquist, hello', ['CORP\\jquist', 'jquist']],
  ['Signed in as CORP\\jquist', ['CORP\\jquist', 'jquist']],
  ['Welcome, Marcella Quist!', ['Marcella Quist']],
  ['Signed in as Acme|55231', ['Acme|55231']],
])('%s: no more than the person', (text, people) => {
  const { secrets } = collectRecording([error(text)], {});
  expect([...secrets.keys()].sort()).toEqual(people.sort());
});

test('an address and a name in what names the recording', () => {
  const sources = [
    { file: 'ana.lima@example.com.har', recorder: 'Tool of bea@example.org 1.2', exchanges: 1 },
  ];
  const navigations = [{ at: 0, url: `https://app.example.com/#access_token=${RANDOM}` }];
  const text = concealed([], { sources, navigations });
  expect(text).not.toMatch(/lima|bea/);
  expect(text).not.toContain(RANDOM);
});
