import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { clean, refused } from '../logins.ts';
import { axeProblems, openPanel } from '../panel.tsx';
import { login, OTHER_VERIFIER, STATE } from '../recording.ts';

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...more });
const status = () => screen.getByTestId('find-status').textContent;

async function find(text: string) {
  if (!screen.queryByTestId('find')) press('f', { ctrlKey: true });
  fireEvent.input(screen.getByTestId('find'), { target: { value: text } });
  await waitFor(() => expect(status()).toMatch(/match/i));
}

const hits = () => screen.queryAllByTestId('hit').map(({ textContent }) => textContent);
const tab = () =>
  screen.getByRole('tab', { selected: true, name: /Param|Head|Resp|Body/ }).textContent;

describe('the search', () => {
  it('opens with its key, counts, steps to a hit, and shows the message and the tab', async () => {
    const { container, store } = openPanel([...clean('b', 60_000), ...refused()]);
    await find('profile api');
    expect(status()).toBe('2 matches');
    expect(await axeProblems(container)).toEqual([]);
    expect(document.activeElement).toBe(screen.getByTestId('find'));
    press('Enter');
    const first = store.current.value?.flow.id;
    expect(status()).toMatch(/^[12] of 2$/);
    expect([store.step.value?.message.kind, tab()]).toEqual([
      'authorization-request',
      'Parameters',
    ]);
    press('F3');
    expect(store.current.value?.flow.id).not.toBe(first);
    press('F3', { shiftKey: true });
    expect(store.current.value?.flow.id).toBe(first);
    press('Enter', { shiftKey: true });
    expect(store.current.value?.flow.id).not.toBe(first);
  });

  it('opens a header and a response in their tabs', async () => {
    openPanel(refused());
    await find('PKCE verification failed');
    press('Enter');
    await waitFor(() => expect(tab()).toBe('Response'));
    await find('no-store');
    press('Enter');
    await waitFor(() => expect(tab()).toBe('Headers'));
  });

  it('finds a hidden value and keeps it hidden', async () => {
    const { container } = openPanel(refused());
    await find(OTHER_VERIFIER.slice(3, 20));
    expect(hits().join()).toContain('code_verifier: ••••••••');
    press('Enter');
    await waitFor(() => expect(tab()).toBe('Parameters'));
    expect(container.textContent).not.toContain(OTHER_VERIFIER.slice(3, 20));
  });

  it('hides secrets beside a match', async () => {
    openPanel(login());
    await find('token_type');
    const body = hits().find((hit) => hit?.includes('response body')) ?? '';
    expect(body).toContain('token_type');
    expect(body).not.toContain('2YotnFZFEjr1zCsicMWpAA');
    await find('callback?code=');
    for (const hit of hits()) expect(hit).not.toContain(STATE);
  });

  it('opens a finding at its step, with its details', async () => {
    const { container } = openPanel(refused());
    await find('code_challenge');
    const hit = screen.getAllByTestId('hit').find((one) => one.textContent?.includes('finding'));
    fireEvent.click(hit as HTMLElement);
    await waitFor(() =>
      expect(container.querySelector('[data-finding][aria-expanded="true"]')).not.toBeNull(),
    );
  });

  it('searches one flow, with case, or with an expression', async () => {
    openPanel([...clean('b', 60_000), ...refused()]);
    await find('PROFILE api');
    expect(status()).toBe('2 matches');
    fireEvent.click(screen.getByRole('button', { name: 'Match case' }));
    await waitFor(() => expect(status()).toBe('No matches'));
    fireEvent.click(screen.getByRole('button', { name: 'Match case' }));
    fireEvent.change(screen.getByLabelText('Where to find'), { target: { value: 'flow' } });
    await waitFor(() => expect(status()).toBe('1 match'));
    fireEvent.click(screen.getByRole('button', { name: 'Use a regular expression' }));
    await find('prof.{3}\\sapi');
    expect(status()).toBe('1 match');
    fireEvent.input(screen.getByTestId('find'), { target: { value: '(' } });
    await waitFor(() => expect(status()).toContain('Unterminated group'));
  });

  it('lists its hits, which the arrow keys reach', async () => {
    const { store } = openPanel(refused());
    await find('code_challenge_method');
    press('ArrowDown');
    expect(document.activeElement?.getAttribute('data-testid')).toBe('hit');
    fireEvent.click(document.activeElement as HTMLElement);
    expect(store.step.value?.message.kind).toBe('authorization-request');
    fireEvent.click(screen.getByRole('button', { name: /^All matches/ }));
    expect(screen.queryByTestId('hit')).toBeNull();
  });

  it('closes with Escape, and gives the focus back', async () => {
    openPanel(refused());
    press('Home');
    const row = document.activeElement;
    await find('profile');
    press('Escape');
    expect(screen.queryByTestId('find')).toBeNull();
    expect(document.activeElement).toBe(row);
  });

  it('searches again when messages arrive, and keeps its place', async () => {
    const { recorder } = openPanel(clean('a', 0));
    await find('profile api');
    expect(status()).toBe('1 match');
    press('Enter');
    act(() => recorder.record(clean('b', 60_000)));
    await waitFor(() => expect(status()).toBe('1 of 2'));
  });

  it('shows as much of a long text as the hit needs', async () => {
    const text = `${'x '.repeat(12_000)}needle`;
    const long = login().map((one) =>
      one.request.method === 'POST' && one.response
        ? { ...one, response: { ...one.response, body: { text } } }
        : one,
    );
    openPanel(long);
    await find('needle');
    press('Enter');
    const detail = await screen.findByTestId('detail');
    await waitFor(() => expect(within(detail).getByText(/needle/)).toBeTruthy());
  });

  it('says that nothing was found', async () => {
    openPanel(refused());
    await find('no-such-text-anywhere');
    expect(status()).toBe('No matches');
    press('Enter');
    expect(screen.queryByTestId('detail')).toBeNull();
  });
});
