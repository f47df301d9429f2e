import { fireEvent, screen } from '@testing-library/preact';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { expect, it } from 'vitest';
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
    new SignJWT({ sub: '1' }).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
  return { jwk: { ...(await exportJWK(publicKey)), kid } as JWK, sign };
}

/** A login with an ID token, and the keys that its server publishes. */
function recording(idToken: string, keys: readonly JWK[]): readonly Exchange[] {
  const json = { 'Content-Type': 'application/json' };
  const documents = [
    exchange({
      id: 'm',
      at: -500,
      url: 'https://as.example.com/.well-known/openid-configuration',
      answer: json,
      text: JSON.stringify(METADATA),
    }),
    exchange({
      id: 'k',
      at: 11_000,
      url: METADATA.jwks_uri,
      answer: json,
      text: JSON.stringify({ keys }),
    }),
  ];
  const flow = login().map((one) => {
    const { response } = one;
    if (!response || !one.request.url.endsWith('/token')) return one;
    const tokens = { access_token: 'at', token_type: 'Bearer', id_token: idToken };
    return { ...one, response: { ...response, body: { text: JSON.stringify(tokens) } } };
  });
  return [...documents, ...flow];
}

async function openTokens(idToken: string, keys: readonly JWK[]) {
  const panel = openPanel(recording(idToken, keys));
  const step = panel.container.querySelector('[data-step^="token-request"]');
  fireEvent.click(step as HTMLElement);
  fireEvent.click(await screen.findByRole('tab', { name: 'Tokens' }));
  return panel;
}

const verify = () =>
  screen.getByRole('button', { name: `Verify it with the keys of ${METADATA.jwks_uri}` });

it('is verified only when the user asks, and names the key', async () => {
  const { jwk, sign } = await keyPair('key-1');
  const { container } = await openTokens(await sign(), [jwk]);
  expect(screen.getByText(/its signature is not verified/)).toBeTruthy();
  expect(await axeProblems(container)).toEqual([]);
  fireEvent.click(verify());
  const result = await screen.findByTestId('signature');
  expect(result.textContent).toContain('verified with the key key-1');
  expect(await axeProblems(container)).toEqual([]);
});

it.each([
  ['failed', 'key-1', 'does not match'],
  ['unknown-key', 'key-2', 'Not verified'],
])('never looks verified when it is %s', async (is, kid, words) => {
  const [{ sign }, other] = await Promise.all([keyPair('key-1'), keyPair(kid)]);
  await openTokens(await sign(), [other.jwk]);
  fireEvent.click(verify());
  const result = await screen.findByTestId('signature');
  expect(result.dataset.result).toBe(is);
  expect(result.textContent).toContain(words);
  expect(result.textContent).not.toContain('✔');
});
