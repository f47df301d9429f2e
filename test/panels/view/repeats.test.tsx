import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/http/exchange.ts';
import { axeProblems, openPanel } from '../panel.tsx';
import { exchange, login } from '../recording.ts';

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

function poll(index: number, answer: object, status = 400): Exchange {
  const form = { grant_type: DEVICE_GRANT, device_code: 'GmRhmhcxhwAzkoEqiMEg', client_id: 'tv' };
  return exchange({
    id: `p${String(index).padStart(2, '0')}`,
    at: 1_000 + index * 5_000,
    method: 'POST',
    url: 'https://as.example.com/token',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    status,
    answer: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    text: JSON.stringify(answer),
  });
}

/** A device that polls a few times before the user has agreed. */
function deviceLogin(polls: number): readonly Exchange[] {
  const start = exchange({
    id: 'd',
    at: 0,
    method: 'POST',
    url: 'https://as.example.com/device_authorization',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'client_id=tv&scope=api',
    answer: { 'Content-Type': 'application/json' },
    text: JSON.stringify({
      device_code: 'GmRhmhcxhwAzkoEqiMEg',
      user_code: 'WDJB-MJHT',
      verification_uri: 'https://as.example.com/device',
      expires_in: 600,
      interval: 5,
    }),
  });
  const pending = Array.from({ length: polls }, (_, index) =>
    poll(index, { error: 'authorization_pending' }),
  );
  const tokens = { access_token: 'at-of-the-device-1', token_type: 'Bearer', expires_in: 3600 };
  return [start, ...pending, poll(polls, tokens, 200)];
}

describe('repeated messages', () => {
  it('are collapsed to their number, and expand', async () => {
    const { container } = openPanel(deviceLogin(8));
    const folded = screen.getByText(/7 more with the same response, until \+36.0 s/);
    expect(container.querySelector('[data-step^="token-request"] .bad')).toBeNull();
    expect(await axeProblems(container)).toEqual([]);
    const details = folded.closest('details');
    const inside = () => details?.querySelectorAll('[data-testid="step"]').length;
    expect([details?.open, inside()]).toEqual([false, 0]);
    fireEvent.click(folded);
    await waitFor(() => expect([details?.open, inside()]).toEqual([true, 7]));
    expect(screen.getAllByTestId('step').at(-1)?.textContent).toContain('200 tokens');
  });

  it('are shown one by one when they are few, or when they belong to two logins', () => {
    const { container } = openPanel(deviceLogin(2));
    expect(container.querySelector('.again')).toBeNull();
    openPanel([
      ...login(),
      ...login({ prefix: 'b', at: 60_000, state: 'st-b-1234', code: 'co-b-1' }),
    ]);
    expect(document.querySelector('.again')).toBeNull();
  });
});
