import { readFileSync } from 'node:fs';
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { axeProblems, openPanel } from './panel.tsx';

function exchangesOf(capture: string): readonly Exchange[] {
  const file = `${import.meta.dirname}/../captures/chromium/${capture}.har`;
  const read = readHar(readFileSync(file, 'utf8'), { file: capture, source: 0 });
  if (!read.ok) throw new Error(read.message);
  return read.exchanges;
}

async function openCookies(exchanges: readonly Exchange[]) {
  const panel = openPanel(exchanges);
  fireEvent.click(await screen.findByRole('tab', { name: 'Cookies' }));
  await screen.findByTestId('cookie-view');
  return panel;
}

const firstRow = (): HTMLElement => screen.getAllByTestId('cookie-row')[0] as HTMLElement;
const toggle = (row: HTMLElement) => within(row).getByRole('button', { expanded: false });

it('the lost cookie comes first, with its step and the reason', async () => {
  const { container, store } = await openCookies(exchangesOf('cookie-form-post'));
  const row = firstRow();
  expect(row.dataset).toMatchObject({ state: 'lost', cookie: 'app_login.cookie-form-post' });
  expect(row.textContent).toContain('SameSite=Lax, and another site caused this POST');
  expect(row.textContent).toContain('SameSite=Lax; HttpOnly');
  expect(await axeProblems(container)).toEqual([]);
  fireEvent.click(within(row).getByRole('button', { name: 'step 4' }));
  expect(store.step.value?.message.kind).toBe('authorization-response');
});

it('details unfold by keyboard, and the value is masked until it is revealed', async () => {
  const { container } = await openCookies(exchangesOf('cookie-form-post'));
  const row = firstRow();
  toggle(row).focus();
  fireEvent.keyDown(toggle(row), { key: 'ArrowRight' });
  expect(row.textContent).toContain('until the browser is closed');
  expect(row.querySelector('code')?.textContent).toContain('••••••••');
  fireEvent.click(within(row).getByRole('button', { name: /^Reveal / }));
  expect(row.querySelector('code')?.textContent).not.toContain('•');
  expect(await axeProblems(container)).toEqual([]);
});

it('a recording without Cookie headers says that nobody can tell', async () => {
  const unseen = exchangesOf('cookie-form-post').map((one) => ({
    ...one,
    request: {
      ...one.request,
      headers: one.request.headers.filter(({ name }) => !/^cookie$/i.test(name)),
    },
  }));
  await openCookies(unseen);
  expect(screen.getByTestId('cookies-unseen').textContent).toContain('no Cookie header');
  expect(screen.getAllByTestId('cookie-row').map(({ dataset }) => dataset.state)).not.toContain(
    'lost',
  );
});

it('hundreds of cookies are shown in parts', async () => {
  const set = Array.from({ length: 200 }, (_, index) => ({
    name: 'Set-Cookie',
    value: `c${index}=1; Path=/`,
  }));
  const many = exchangesOf('cookie-form-post').map((one): Exchange => {
    const { response } = one;
    return response?.headers.some(({ value }) => value.startsWith('_interaction='))
      ? { ...one, response: { ...response, headers: [...response.headers, ...set] } }
      : one;
  });
  await openCookies(many);
  const before = screen.getAllByTestId('cookie-row').length;
  expect(before).toBeLessThan(60);
  fireEvent.click(
    screen.getAllByRole('button', { name: /show 30 more of \d+ cookies/ })[0] as HTMLElement,
  );
  expect(screen.getAllByTestId('cookie-row').length).toBe(before + 30);
});

it('a flow without cookies has no such tab', async () => {
  openPanel(exchangesOf('client-credentials'));
  await screen.findAllByTestId('step');
  expect(screen.queryByRole('tab', { name: 'Cookies' })).toBeNull();
});

it('a message has its cookies in a tab: sent, set, and missing with the reason', async () => {
  const { container } = openPanel(exchangesOf('cookie-form-post'));
  await screen.findAllByTestId('step');
  fireEvent.click(container.querySelector('[data-step^="authorization-response"]') as HTMLElement);
  const detail = within(await screen.findByTestId('detail'));
  fireEvent.click(detail.getByRole('tab', { name: 'Cookies' }));
  expect(detail.getByTestId('cookie-missing').textContent).toContain(
    'app_login.cookie-form-post is missing: SameSite=Lax, and another site caused this POST',
  );
  expect(await axeProblems(container)).toEqual([]);
});
