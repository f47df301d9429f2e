import { describe, expect, it } from 'vitest';
import { findStatement } from '../../../src/checks/shared/statement.ts';
import type { Flow } from '../../../src/flow/flow.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { AS, spa } from '../../traffic/clients.ts';
import { frontChannel, type LoginSketch, login } from '../../traffic/sketch.ts';
import { OTHER_WORDS, WORDINGS } from './wordings.ts';

const { token: _, ...web } = spa;

/** The login of an application that redeems the code on its server. */
function loginOf(sketch: LoginSketch = web): Flow {
  const [analysed] = snapshotOf(frontChannel(sketch)).flows;
  if (!analysed) throw new Error('no flow');
  return analysed.flow;
}

const flow = loginOf();
const all = Object.entries(WORDINGS).flatMap(([id, texts]) =>
  texts.map((text) => [id, text] as const),
);
const files = Object.entries(
  import.meta.glob<{ forms?: readonly RegExp[] }>('../../../src/checks/shared/statements/*.ts', {
    eager: true,
    import: 'default',
  }),
).map(([path, statement]) => [path.replace(/^.*\/|\.ts$/g, ''), statement] as const);

describe('what applications say', () => {
  it.each(all)('%s: %s', (id, text) => {
    expect(findStatement(text, flow)?.id).toBe(id);
  });

  it.each(OTHER_WORDS)('says nothing about: %s', (text) => {
    expect(findStatement(text, flow)).toBeNull();
  });

  it('has three wordings of each kind at least, one for each form', () => {
    for (const [id, { forms = [] }] of files) {
      const texts = WORDINGS[id] ?? [];
      expect([id, texts.length >= 3]).toEqual([id, true]);
      for (const form of forms)
        expect([id, form, texts.some((text) => form.test(text))]).toEqual([id, form, true]);
    }
  });

  it('says what is likely, in words that stand in a report', () => {
    for (const [, text] of all) {
      const { says, report } = findStatement(text, flow) ?? { says: '?', report: null };
      expect(report?.certainty).toBe('likely');
      expect(report?.title).toMatch(/^[A-Z][^.]{10,79}$/);
      expect(report?.fix).toMatch(/^[A-Z].*[.)]$/);
      expect(says).toMatch(/^(?:[A-Z].*\.)?$/);
    }
  });
});

describe('how to see it', () => {
  it('names the back channel while the token request is not in the recording', () => {
    expect(findStatement('invalid_grant', flow)?.report.fix).toContain('docs/back-channel.md');
    const [seen] = snapshotOf(login(spa)).flows;
    expect(seen && findStatement('invalid_grant', seen.flow)?.report.fix).not.toContain('docs/');
    expect(findStatement('state mismatch', flow)?.report.fix).not.toContain('docs/');
  });
});

describe('what the recording adds', () => {
  const fixOf = (text: string, of = flow): string => findStatement(text, of)?.report.fix ?? '';
  const saysOf = (text: string, of = flow): string => findStatement(text, of)?.says ?? '';

  it('names the setting of the runtime that the words show', () => {
    expect(fixOf('SELF_SIGNED_CERT_IN_CHAIN')).toContain('NODE_EXTRA_CA_CERTS in Node.js');
    expect(fixOf('PKIX path building failed')).toContain('in Java');
    expect(fixOf('x509: certificate signed by unknown authority')).toContain('in Go');
    expect(fixOf('cURL error 60: SSL certificate problem')).toContain('php.ini in PHP');
    expect(fixOf('certificate verify failed (_ssl.c:1006)')).toContain('in Python');
    expect(fixOf('SSL_connect returned=1: certificate verify failed')).toContain('in Ruby');
    expect(fixOf('chain: UntrustedRoot')).toContain('in .NET');
    expect(fixOf('unable to verify the first certificate')).toMatch(/Node\.js.*Java.*Python/);
    expect(fixOf('tunneling socket could not be established, statusCode=407')).toContain(
      'credentials',
    );
    expect(fixOf('tunneling socket could not be established, statusCode=403')).toContain('allow');
  });

  it('names the host that the application knows the server by', () => {
    expect(saysOf('getaddrinfo ENOTFOUND keycloak')).toContain(
      'keycloak, its name for as.example.com',
    );
    expect(saysOf('getaddrinfo ENOTFOUND as.example.com')).toContain('for as.example.com.');
  });

  it('takes the port of the server for the server', () => {
    const other = loginOf({ ...web, authorize: 'https://as.example.com:8543/authorize' });
    expect(findStatement('connect ECONNREFUSED 10.0.0.7:8543', flow)).toBeNull();
    expect(findStatement('connect ECONNREFUSED 10.0.0.7:8543', other)).not.toBeNull();
  });

  it('compares the state, the nonce and the scopes of the login', () => {
    expect(saysOf('state mismatch')).toContain('came back as it was sent');
    const stateless = loginOf({
      ...web,
      request: { state: undefined },
      response: { state: undefined },
    });
    expect(saysOf('state mismatch', stateless)).toBe('');
    expect(saysOf('nonce mismatch')).toBe('');
    expect(fixOf('nonce mismatch', loginOf({ ...web, request: { nonce: undefined } }))).toMatch(
      /^Send a nonce/,
    );
    expect(fixOf('no refresh token')).toMatch(/^Ask for the scope offline_access/);
    const offline = loginOf({ ...web, request: { scope: 'openid offline_access' } });
    expect(fixOf('no refresh token', offline)).toMatch(/^Enable refresh tokens/);
    const snowflake = loginOf({
      ...web,
      authorize: 'https://account.snowflakecomputing.com/oauth/authorize',
    });
    expect(fixOf('no refresh token', snowflake)).toMatch(/^Ask for the scope refresh_token/);
    expect(fixOf('invalid_grant')).toContain('and the code_verifier');
  });

  it('knows an HTML page in place of JSON, and a right answer that was misread', () => {
    expect(fixOf('Unexpected token < in JSON at position 0')).toContain('HTML page came');
    expect(fixOf('An invalid OAuth response was received')).toContain('Usual causes');
    const [seen] = snapshotOf(login(spa)).flows;
    expect(seen && saysOf('invalid OAuth response', seen.flow)).toContain('misreads');
  });

  it('compares the clocks of application and server', () => {
    const dated = frontChannel(web).map((exchange) => withDate(exchange));
    const [slow] = snapshotOf(dated).flows;
    expect(slow && saysOf('jwt not active', slow.flow)).toBe(
      'The clock of app.example.com is 5 min behind that of the authorization server.',
    );
    expect(saysOf('jwt not active')).toContain('later than its time');
  });
});

/** The clock of the application is five minutes slow. */
function withDate(exchange: ReturnType<typeof frontChannel>[number]) {
  const off = exchange.request.url.startsWith(AS) ? 0 : -300_000;
  const date = { name: 'date', value: new Date(exchange.startedAt + off).toUTCString() };
  const { response } = exchange;
  return response
    ? { ...exchange, response: { ...response, headers: [...response.headers, date] } }
    : exchange;
}
