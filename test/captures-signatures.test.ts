import { expect, it } from 'vitest';
import { findScenario } from '../playground/scenarios.ts';
import { signedTokens } from '../src/flow/facts/signed-tokens.ts';
import json from '../src/report/formats/json.ts';
import text from '../src/report/formats/text.ts';
import { settledSnapshotOf } from './helpers/analyse.ts';
import { captures, exchangesOf } from './helpers/captures.ts';
import { written } from './helpers/shared-report.ts';

/** What is known of the signatures of a capture, by the type of its tokens. */
async function signaturesIn(path: string): Promise<readonly string[]> {
  const { flows } = await settledSnapshotOf(exchangesOf(path));
  return flows.flatMap(({ flow }) =>
    signedTokens(flow).map((jwt) => {
      const found = flow.recording.signatureOf(jwt);
      return `${jwt.header.typ ?? 'token'} ${found.is === 'unknown' ? found.because : found.is}`;
    }),
  );
}

it.each([
  ['clean.har', 'token verified'],
  ['cross-app.har', 'oauth-id-jag+jwt verified'],
  ['introspection-jwt.har', 'token-introspection+jwt verified'],
])('the keys of a real server verify its tokens: %s', async (name, expected) => {
  for (const browser of ['chromium', 'firefox']) {
    expect(await signaturesIn(`${browser}/${name}`)).toContain(expected);
  }
});

it('reports say what is known of a signature, at the message that brings the token', async () => {
  const snapshot = await settledSnapshotOf(exchangesOf('chromium/clean.har'));
  const lines = written(text, snapshot).split('\n');
  const told = lines.filter((line) => line.includes('signature verified with'));
  expect(told).toHaveLength(2);
  for (const line of told)
    expect(line).toMatch(/✔ id_token: signature verified with the key playground of http.*\/jwks$/);
  const { flows } = JSON.parse(written(json, snapshot));
  const signatures = flows.flatMap(({ messages }: { messages: { signatures: object[] }[] }) =>
    messages.flatMap((message) => message.signatures),
  );
  expect(signatures).toHaveLength(2);
  expect(signatures[0]).toEqual({
    token: 'id_token',
    is: 'verified',
    kid: 'playground',
    keys: expect.stringMatching(/\/jwks$/),
  });
});

/** What scenarios end with in which another key than that of the server signs. */
const FORGED: ReadonlySet<string> = new Set([
  'id-token-signature-invalid',
  'id-token-kid-not-found',
]);

it('no key of a real server refuses a token of its own', async () => {
  const own = captures.filter(({ name }) => !FORGED.has(findScenario(name)?.expected.cause ?? ''));
  const found = await Promise.all(own.map(({ path }) => signaturesIn(path)));
  const all = found.flat();
  expect(all.filter((one) => one.endsWith('verified')).length).toBeGreaterThan(80);
  expect(all.filter((one) => /invalid|other-|no-key$|pending/.test(one))).toEqual([]);
}, 60_000);
