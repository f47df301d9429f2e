import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Store } from '../../panels/oauth/model/store.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { login, OTHER_VERIFIER, START } from './recording.ts';

const times = (container: Element, place: string) =>
  [...container.querySelectorAll(`${place} time`)].map(({ textContent }) =>
    textContent?.trim().replace('\n', ' '),
  );

it('the switch above the sequence changes all times, and is remembered', async () => {
  const { container } = openPanel(login({ refused: true, verifier: OTHER_VERIFIER }));
  expect(times(container, '.step-row')).toEqual(['0 ms', '+9.4 s', '+9.9 s']);
  const change = screen.getByTestId('time-switch');
  expect(change.getAttribute('aria-label')).toBe('Times: Relative; show Local');
  fireEvent.click(change);
  fireEvent.click(change);
  await waitFor(() => expect(change.textContent).toContain('UTC'));
  expect(times(container, '.step-row')).toEqual([
    '14:02:11.000Z',
    '14:02:20.400Z',
    '14:02:20.900Z',
  ]);
  expect(times(container, '.flow-row')).toEqual(['2026-01-05 14:02:11Z']);
  expect(new Store().settings.times.value).toBe('utc');
  expect(await axeProblems(container)).toEqual([]);
});

it('the settings change it too', async () => {
  const { container, store } = openPanel(login());
  fireEvent.click(screen.getByTestId('settings'));
  const dialog = screen.getByRole('dialog', { name: 'Settings' });
  fireEvent.click(within(dialog).getByRole('radio', { name: /^UTC/ }));
  await waitFor(() => expect(times(container, '.step-row')[0]).toBe('14:02:11.000Z'));
  expect(store.settings.times.value).toBe('utc');
});

it('the tooltip of a step has every form', () => {
  const { container } = openPanel(login());
  const title = container.querySelectorAll('.step-row time')[1]?.getAttribute('title');
  expect(title).toContain(new Date(START + 9_400).toISOString().slice(11, 23));
  expect(title).toContain('+9.4 s from the first message');
});
