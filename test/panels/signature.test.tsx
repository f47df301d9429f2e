import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { afterEach, expect, it, vi } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { exchange, login } from './recording.ts';

const METADATA = {
  issuer: 'https://as.example.com',
  authorization_endpoint: 'https://as.example.com/authorize',
  jwks_uri: 'https://as.example.com/jwks',
};

async function keyPair(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const sign = () =>
    new SignJWT({ iss: METADATA.issuer, sub: '1' })
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(privateKey);
  return { jwk: { ...(await exportJWK(publicKey)), kid } as JWK, sign };
}

/** A login with an ID token, and the keys that its server publishes, unless they are null. */
function recording(idToken: string, keys: readonly JWK[] | null): readonly Exchange[] {
  const json = { 'Content-Type': 'application/json' };
  const metadata = exchange({
    id: 'm',
    at: -500,
    url: 'https://as.example.com/.well-known/openid-configuration',
    answer: json,
    text: JSON.stringify(METADATA),
  });
  const keySet = exchange({
    id: 'k',
    at: 11_000,
    url: METADATA.jwks_uri,
    answer: json,
    text: JSON.stringify({ keys }),
  });
  const flow = login().map((one) => {
    const { response } = one;
    if (!response || !one.request.url.endsWith('/token')) return one;
    const tokens = { access_token: 'at', token_type: 'Bearer', id_token: idToken };
    return { ...one, response: { ...response, body: { text: JSON.stringify(tokens) } } };
  });
  return [metadata, ...(keys ? [keySet] : []), ...flow];
}

async function openTokens(idToken: string, keys: readonly JWK[] | null) {
  const panel = openPanel(recording(idToken, keys));
  const step = panel.container.querySelector('[data-step^="token-request"]');
  fireEvent.click(step as HTMLElement);
  fireEvent.click(
    await within(await screen.findByTestId('detail')).findByRole('tab', { name: 'Tokens' }),
  );
  return panel;
}

const said = (result: string) =>
  waitFor(() => {
    const line = screen.getByTestId('signature');
    expect(line.dataset.result).toBe(result);
    return line;
  });

afterEach(() => vi.restoreAllMocks());

it('is verified without a question, and names the key', async () => {
  const { jwk, sign } = await keyPair('key-1');
  const { container } = await openTokens(await sign(), [jwk]);
  const line = await said('verified');
  expect(line.textContent).toContain(`verified with the key key-1 of ${METADATA.jwks_uri}`);
  expect(screen.queryByRole('button', { name: /Fetch/ })).toBeNull();
  expect(await axeProblems(container)).toEqual([]);
});

it.each([
  ['invalid', 'key-1', 'does not match'],
  ['no-key', 'key-2', 'Not verified'],
])('never looks verified when it is %s', async (is, kid, words) => {
  const [{ sign }, other] = await Promise.all([keyPair('key-1'), keyPair(kid)]);
  await openTokens(await sign(), [other.jwk]);
  const line = await said(is);
  expect(line.textContent).toContain(words);
  expect(line.textContent).not.toContain('✔');
});

it('waits for keys that were not recorded, and fetches them only when the user asks', async () => {
  const { jwk, sign } = await keyPair('key-1');
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => new Response(JSON.stringify({ keys: [jwk] })));
  await openTokens(await sign(), null);
  const line = await said('no-keys');
  expect(line.textContent).toContain('the keys of its issuer were not recorded');
  const buttons = within(screen.getByTestId('detail'));
  expect(fetched).not.toHaveBeenCalled();
  fireEvent.click(buttons.getByRole('button', { name: `Fetch ${METADATA.jwks_uri}` }));
  await said('verified');
});

it('says why nothing is known of a token that no key can verify', async () => {
  const header = btoa('{"alg":"HS256"}').replace(/=+$/, '');
  await openTokens(`${header}.e30.c2ln`, []);
  expect((await said('shared-secret')).textContent).toContain('a secret that only two parties');
});

it('is in a report that is copied at once', async () => {
  const [{ sign }, other] = await Promise.all([keyPair('key-1'), keyPair('key-1')]);
  const { store } = openPanel(recording(await sign(), [other.jwk]));
  store.share();
  const preview = await screen.findByTestId('share-preview');
  expect(preview.textContent).toContain('The signature of the ID token does not verify');
});

it('shows its flow before anything is verified', async () => {
  const { jwk, sign } = await keyPair('key-1');
  const { store } = openPanel(recording(await sign(), [jwk]));
  expect(store.snapshot.value.flows).toHaveLength(1);
});
