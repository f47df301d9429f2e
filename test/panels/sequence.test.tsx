import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchangesOf } from '../helpers/captures.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { exchange, login } from './recording.ts';

const heads = (): readonly string[] =>
  [...document.querySelectorAll('.lane-head')].map((head) => head.textContent ?? '');

describe('the sequence diagram', () => {
  it('has a lane for each party that takes part, and no other', async () => {
    const { container } = openPanel(exchangesOf('chromium/cors-hides-error.har'));
    expect(heads()).toEqual(['User agent', 'Client', 'Authorization server']);
    expect(await axeProblems(container)).toEqual([]);
    openPanel(exchangesOf('chromium/clean.har'));
    expect(heads()).toEqual(['User agent', 'Client', 'Authorization server', 'API']);
  });

  it('draws the arrow of a form from the user agent', () => {
    openPanel(exchangesOf('chromium/clean.har'));
    const form = screen
      .getAllByTestId('step')
      .find((step) => step.textContent?.includes('form submission'));
    expect(form?.querySelector('.lane')?.textContent).toBe('UA → AS');
    expect(form?.querySelector('.arrow')?.className).toContain('right');
  });

  it('is calm about a refusal that was recovered', () => {
    openPanel(exchangesOf('chromium/dpop-nonce.har'));
    expect(document.querySelector('.step .answer.bad')).toBeNull();
  });

  it('draws a long flow in parts, and all of it', async () => {
    const calls = Array.from(
      { length: 130 },
      (_, index): Exchange =>
        exchange({
          id: `call ${String(index).padStart(3, '0')}`,
          at: 60_000 + index * 100,
          url: `https://api.example.com/items/${index}`,
          headers: { Authorization: 'Bearer at-2YotnFZFEjr1zCsicMWpAA-secret' },
          answer: { 'Content-Type': 'application/json' },
          text: '{}',
        }),
    );
    openPanel([...login(), ...calls]);
    expect(screen.getAllByTestId('step').length).toBeLessThan(60);
    await waitFor(() => expect(screen.getAllByTestId('step').length).toBeGreaterThan(130));
  });
});
