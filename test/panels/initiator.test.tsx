import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { refused } from './logins.ts';
import { axeProblems, openPanel } from './panel.tsx';

const SCRIPT = 'https://app.example.com/static/app.js';

/** A failed login whose token request came from a script, with further facts about all messages. */
function recording(facts: Partial<Exchange> = {}): readonly Exchange[] {
  return refused().map((one) =>
    one.request.method === 'POST'
      ? { ...one, initiator: SCRIPT, initiatorLine: 120, ...facts }
      : { ...one, ...facts },
  );
}

async function openTokenRequest(exchanges: readonly Exchange[]) {
  const panel = openPanel(exchanges);
  const row = panel.container.querySelector('[data-step^="token-request"]');
  if (row) fireEvent.click(row);
  await waitFor(() => expect(screen.getByTestId('detail')).toBeTruthy());
  return panel;
}

afterEach(() => vi.unstubAllGlobals());

describe('the initiator of a message', () => {
  it('opens its source where DevTools can do that', async () => {
    const opened: unknown[] = [];
    const openResource = (url: string, line: number) => opened.push([url, line]);
    vi.stubGlobal('chrome', { devtools: { panels: { openResource } } });
    const { container } = await openTokenRequest(recording());
    const link = await screen.findByRole('button', { name: 'app.js:120 ↗' });
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(link);
    // `openResource` counts lines from 0.
    expect(opened).toEqual([[SCRIPT, 119]]);
  });

  it('is text to copy elsewhere, which says why', async () => {
    await openTokenRequest(recording());
    const line = await screen.findByTestId('initiator');
    expect(line.textContent).toContain('app.js:120');
    expect(line.textContent).toContain('let no extension open a source');
    expect(screen.getByRole('button', { name: 'Copy address' })).toBeTruthy();
  });

  it('is not there when nobody knows it', async () => {
    await openTokenRequest(refused());
    expect(screen.queryByTestId('initiator')).toBeNull();
  });
});

describe('who sent a message', () => {
  it.each([
    [{ sentFrom: 'popup' }, 'popup'],
    [{ destination: 'iframe' }, 'iframe'],
    [{ sentFrom: 'worker' }, 'service worker'],
    [{ viaWorker: true }, 'service worker'],
  ] as const)('is said for %o', (facts, word) => {
    openPanel(recording(facts));
    const chips = [...document.querySelectorAll('.chip.sender')].map((chip) => chip.textContent);
    expect(new Set(chips)).toEqual(new Set([word]));
  });

  it('is not said of the inspected page', () => {
    openPanel(recording());
    expect(document.querySelector('.chip.sender')).toBeNull();
  });
});
