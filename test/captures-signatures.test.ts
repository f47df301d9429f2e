import { expect, it } from 'vitest';
import { findScenario } from '../playground/scenarios.ts';
import { signedTokens } from '../src/flow/facts/signed-tokens.ts';
import { settledSnapshotOf } from './helpers/analyse.ts';
import { captures, exchangesOf } from './helpers/captures.ts';

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
