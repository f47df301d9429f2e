import { readFileSync } from 'node:fs';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { axeProblems, openPanel } from './panel.tsx';

function exchangesOf(capture: string) {
  const file = `${import.meta.dirname}/../captures/chromium/${capture}.har`;
  const read = readHar(readFileSync(file, 'utf8'), { file: capture, source: 0 });
  if (!read.ok) throw new Error(read.message);
  return read.exchanges;
}

async function openTokens(capture: string) {
  const panel = openPanel(exchangesOf(capture));
  fireEvent.click(await screen.findByRole('tab', { name: 'Tokens' }));
  await screen.findByTestId('token-view');
  return panel;
}

const row = (token: string, index = 0): HTMLElement => {
  const found = screen.getAllByTestId('token-row').filter((one) => one.dataset.token === token)[
    index
  ];
  if (!found) throw new Error(`no row of ${token}`);
  return found;
};

const open = (token: string, index = 0) => {
  const element = row(token, index);
  fireEvent.click(within(element).getByRole('button', { expanded: false }));
  return element;
};

const claimRow = (element: HTMLElement, name: string): HTMLElement => {
  const head = within(element).getAllByRole('rowheader', { name }).at(-1);
  return head?.closest('tr') as HTMLElement;
};

describe('the tokens of a clean login', () => {
  it('say by what they are valid, claim by claim', async () => {
    const { container } = await openTokens('dpop');
    await waitFor(() => expect(row('id_token').dataset.state).toBe('valid'));
    expect(within(row('id_token')).getByTestId('token-verdict').textContent).toContain(
      'Valid: signature verified; aud, iss, nonce, sub, exp and iat match.',
    );
    const element = open('id_token');
    expect(claimRow(element, 'nonce').textContent).toContain('the same as nonce of step 2');
    expect(claimRow(element, 'exp').textContent).toContain('RFC 7519 section 4.1.4');
    expect(claimRow(element, 'exp').textContent).toContain('60 min after this message');
    expect(await axeProblems(container)).toEqual([]);
  });

  it('mask values, and reveal them in place', async () => {
    await openTokens('dpop');
    const element = open('id_token');
    const nonce = claimRow(element, 'nonce');
    const hidden = nonce.querySelector('code')?.textContent;
    expect(hidden).toContain('••••••••');
    fireEvent.click(within(nonce).getByRole('button', { name: 'Reveal nonce' }));
    expect(nonce.querySelector('code')?.textContent).not.toContain('•');
  });

  it('link each use to its step', async () => {
    const { store } = await openTokens('dpop');
    const life = within(row('access_token')).getByRole('list', {
      name: 'Life of the access_token',
    });
    expect(life.textContent).toContain('accepted: UserInfo request: step 9');
    fireEvent.click(within(life).getByRole('button', { name: 'step 9' }));
    expect(store.step.value?.message.kind).toBe('userinfo-request');
  });

  it('open by keyboard, and ↑ ↓ move from token to token', async () => {
    await openTokens('dpop');
    const [first, second] = screen
      .getAllByTestId('token-row')
      .map((one) => within(one).getByRole('button', { expanded: false }));
    first?.focus();
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second as HTMLElement, { key: 'ArrowRight' });
    expect(second?.getAttribute('aria-expanded')).toBe('true');
  });
});

it('an opaque token is said to be one', async () => {
  await openTokens('clean');
  expect(open('access_token').textContent).toContain(
    'Opaque token (not a JWT). Only its issuer can read it',
  );
});

it('a token with another nonce shows both values and is not valid', async () => {
  const { container } = await openTokens('nonce-mismatch');
  expect(row('id_token').dataset.state).toBe('not-valid');
  const nonce = claimRow(open('id_token'), 'nonce');
  expect(within(nonce).getByTestId('claim-result').dataset.result).toBe('differs');
  expect(within(nonce).getAllByRole('button', { name: /Reveal/ })).toHaveLength(2);
  expect(await axeProblems(container)).toEqual([]);
});

it('a refresh token that was replaced is over, in one group with what it brought', async () => {
  await openTokens('refresh-race');
  const groups = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(groups.some((text) => /^Issued in step \d+, then in step/.test(text ?? ''))).toBe(true);
  expect(row('refresh_token').dataset.state).toBe('ended');
});

it('the keys are offered right there when they were not recorded', async () => {
  await openTokens('clean-oidc-client-ts');
  expect((await screen.findByTestId('fetch')).textContent).toContain('/jwks');
  // Once for all tokens of the view, not again in each that is unfolded.
  open('id_token');
  await screen.findByTestId('signature');
  expect(screen.getAllByTestId('fetch')).toHaveLength(1);
});
