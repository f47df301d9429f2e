import { readFileSync } from 'node:fs';
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import {
  type LoginSketch,
  page,
  redeemed,
  redirect,
  requestUrl,
  responseUrl,
} from '../traffic/sketch.ts';
import { axeProblems, openPanel } from './panel.tsx';

const AS = 'https://as.example.com';
const HUB = 'https://hub.example.net';
const outer: LoginSketch = {
  authorize: `${AS}/authorize`,
  token: `${AS}/token`,
  callback: 'https://app.example.com/cb',
  client: 'app',
  seed: 'o',
};
const middle: LoginSketch = {
  authorize: `${HUB}/authorize`,
  callback: `${AS}/cb`,
  client: 'broker',
  seed: 'm',
};
const inner: LoginSketch = {
  authorize: 'https://upstream.example.org/authorize',
  callback: `${HUB}/cb`,
  client: 'hub',
  seed: 'i',
};

const brokered = () => [
  redirect(0, requestUrl(outer), requestUrl(middle)),
  redirect(0.2, requestUrl(middle), requestUrl(inner)),
  redirect(0.4, requestUrl(inner), responseUrl(inner)),
  redirect(0.6, responseUrl(inner), responseUrl(middle), {
    headers: { 'sec-fetch-site': 'cross-site' },
  }),
  redirect(0.8, responseUrl(middle), responseUrl(outer), {
    headers: { 'sec-fetch-site': 'cross-site' },
  }),
  page(1, responseUrl(outer), { headers: { 'sec-fetch-site': 'cross-site' } }),
  redeemed({ ...outer, at: -3 }),
];

function openOuter() {
  const opened = openPanel(brokered());
  fireEvent.click(screen.getAllByTestId('flow')[0] as HTMLElement);
  return opened;
}

describe('a login inside another one', () => {
  it('is in its diagram after the step that started it, to any depth', () => {
    openOuter();
    const [first, second, ...more] = screen.getAllByTestId('inner-flow');
    expect(more).toEqual([]);
    expect(first?.previousElementSibling?.getAttribute('data-kind')).toBe('authorization-request');
    expect(first?.contains(second ?? null)).toBe(true);
    expect(
      within(second as HTMLElement)
        .getAllByTestId('step')
        .map(({ dataset }) => dataset.kind),
    ).toEqual(['authorization-request', 'authorization-response']);
  });

  it('opens its messages from there', () => {
    openOuter();
    const inside = screen.getAllByTestId('inner-flow')[1] as HTMLElement;
    const [step] = within(inside).getAllByTestId('step');
    fireEvent.click(within(step as HTMLElement).getAllByRole('button')[0] as HTMLElement);
    expect(screen.getByTestId('detail').textContent).toContain('response_type');
    expect(screen.getAllByTestId('flow')[2]?.getAttribute('aria-current')).toBe('true');
  });

  it('is indented in the list by its depth', () => {
    openOuter();
    const rows = screen.getAllByTestId('flow');
    expect(rows.map((row) => row.style.getPropertyValue('--depth'))).toEqual(['0', '1', '2']);
    expect(rows.map((row) => row.getAttribute('aria-level'))).toEqual(['1', '2', '3']);
  });

  it('passes axe', { timeout: 30_000 }, async () => {
    const { container } = openOuter();
    expect(await axeProblems(container)).toEqual([]);
  });
});

describe('a chain across two servers', () => {
  const file = `${import.meta.dirname}/../captures/chromium/cross-app.har`;
  const har = readHar(readFileSync(file, 'utf8'), { file: 'cross-app.har', source: 0 });

  it('is in the diagram of its first login, which is shown first', () => {
    openPanel(har.ok ? har.exchanges : []);
    const rows = screen.getAllByTestId('flow');
    expect(rows.map((row) => row.getAttribute('aria-current'))).toEqual(['true', 'false', 'false']);
    const heads = screen
      .getAllByTestId('inner-flow')
      .map((part) => part.querySelector('button')?.textContent?.replace(/:.*/, '').trim());
    expect(heads).toEqual(['✔ continues with token exchange', '✔ continues with JWT bearer']);
    const kinds = screen.getAllByTestId('step').map(({ dataset }) => dataset.kind);
    expect(kinds.slice(-4)).toEqual([
      'token-request',
      'metadata-request',
      'token-request',
      'api-call',
    ]);
  });
});
