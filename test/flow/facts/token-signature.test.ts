import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { analyseRecording } from '../../../src/analysis/analyse-recording.ts';
import type { Snapshot } from '../../../src/analysis/analysis.ts';
import { tokenVerdicts } from '../../../src/conclusion/token-verdict.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { DEFAULT_REDACTION } from '../../../src/redaction/redaction-options.ts';
import { redactAgain } from '../../../src/report/redact-again.ts';
import { settledSnapshotOf } from '../../helpers/analyse.ts';
import { exchangesOf } from '../../helpers/captures.ts';
import { recordingWith } from '../../helpers/shared-report.ts';
import { exchange } from '../../redaction/recordings.ts';

const SECRET = 'zX81-qLm_55tRvB2-client-secret-0001';
const AS = 'https://as.example.com';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT that is signed with a secret. */
function signed(claims: object, secret: string): string {
  const content = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

/** What the verdicts say of the signatures of the tokens of one name. */
function told({ flows }: Snapshot, name: string) {
  return flows
    .flatMap(tokenVerdicts)
    .filter(({ token }) => token.name === name)
    .map(({ state, signature, text }) => ({ state, is: signature?.is, text }));
}

/** The same after redaction, when the redacted recording is analysed anew. */
async function toldRedacted(exchanges: readonly Exchange[], name: string) {
  const work = { original: await settledSnapshotOf(exchanges) };
  const { recording } = await redactAgain(recordingWith(exchanges), DEFAULT_REDACTION, work);
  return told(await analyseRecording(recording), name);
}

describe('a DPoP proof', () => {
  const name = 'DPoP proof';
  const proofs = exchangesOf('chromium/dpop.har');

  it('is verified with the key in its header, in what a real client sends', async () => {
    const all = told(await settledSnapshotOf(proofs), name);
    expect(all.map(({ is }) => is)).toEqual(all.map(() => 'own-key'));
    expect(all.filter(({ state }) => state === 'valid')).toHaveLength(3);
    const verified = /^Valid: signature verified with the key in its header; .*htm/;
    for (const { text } of all)
      expect(text).toMatch(/asked for a nonce/.test(text) ? /./ : verified);
    expect(await toldRedacted(proofs, name)).toEqual(all);
  });

  it('is not valid when its claims were changed after it was signed', async () => {
    const changed = proofs.map((one) => ({
      ...one,
      request: {
        ...one.request,
        headers: one.request.headers.map((field) =>
          /^dpop$/i.test(field.name) ? { ...field, value: otherId(field.value) } : field,
        ),
      },
    }));
    const all = told(await settledSnapshotOf(changed), name);
    expect(new Set(all.map(({ is, state }) => `${is} ${state}`))).toEqual(
      new Set(['not-own-key doubtful']),
    );
    expect(all[0]?.text).toBe('Doubtful: The server accepts a DPoP proof that proves nothing.');
    expect(await toldRedacted(changed, name)).toEqual(all);
  });

  it('is not judged where its signature was replaced before', async () => {
    const work = { original: await settledSnapshotOf(proofs) };
    const { recording } = await redactAgain(recordingWith(proofs), DEFAULT_REDACTION, work);
    const older = { ...recording, redaction: { ...recording.redaction, signatures: {} } };
    const all = told(await analyseRecording(older), name);
    expect(all.map(({ is }) => is)).not.toContain('not-own-key');
  });
});

/** The proof with another jti. */
function otherId(proof: string): string {
  const [head, claims = '', signature] = proof.split('.');
  const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), jti: 'another-1' };
  return `${head}.${part(changed)}.${signature}`;
}

describe('a JWT that is signed with a secret', () => {
  const claims = { iss: AS, sub: 'u-1', aud: 'web', exp: 1767226000, iat: 1767225600 };
  const tokens = (idToken: string, accessToken: string, body: string) => [
    exchange({
      method: 'POST',
      url: `${AS}/token`,
      body: `grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_id=web${body}`,
      text: JSON.stringify({
        access_token: accessToken,
        token_type: 'Bearer',
        id_token: idToken,
        expires_in: 300,
      }),
      answer: ['Content-Type: application/json'],
      at: 1767225600_000,
    }),
  ];
  const access = signed({ ...claims, aud: 'api' }, 'secret-of-two-servers-0001');
  const POST = `&client_secret=${SECRET}`;

  it('is verified with the recorded secret of its client', async () => {
    const exchanges = tokens(signed(claims, SECRET), access, POST);
    const all = told(await settledSnapshotOf(exchanges), 'id_token');
    expect(all).toMatchObject([{ is: 'by-secret' }]);
    expect((await toldRedacted(exchanges, 'id_token')).map(({ is }) => is)).toEqual(['by-secret']);
  });

  it('is not verified by another secret', async () => {
    const exchanges = tokens(signed(claims, 'another-secret-of-this-client-1'), access, POST);
    expect(told(await settledSnapshotOf(exchanges), 'id_token')).toMatchObject([
      { is: 'not-by-secret', state: 'doubtful' },
    ]);
  });

  it.each([
    ['without a recorded secret', ''],
    ['with a secret that somebody removed', '&client_secret=%5Bredacted%5D'],
  ])('cannot be judged %s', async (_, body) => {
    const [one] = told(
      await settledSnapshotOf(tokens(signed(claims, SECRET), access, body)),
      'id_token',
    );
    expect(one?.is).toBe('shared-secret');
    if (body !== '')
      expect(one?.text).toMatch(/^Cannot tell: .*only the server and the client know/);
  });

  it('is not judged by the secret of the client when servers share another one', async () => {
    const [one] = told(
      await settledSnapshotOf(tokens(signed(claims, SECRET), access, POST)),
      'access_token',
    );
    expect(one?.is).toBe('shared-secret');
  });

  it('is not judged when its signature was shortened', async () => {
    const exchanges = tokens(signed(claims, SECRET).slice(0, -9), access, POST);
    expect(told(await settledSnapshotOf(exchanges), 'id_token')[0]?.text).toContain(
      'it was shortened or replaced',
    );
  });
});
