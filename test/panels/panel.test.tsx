import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { clean, refused } from './logins.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { login, OTHER_VERIFIER, START } from './recording.ts';

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...more });

describe('an empty panel', () => {
  it('says in one sentence what to do', async () => {
    const { container } = openPanel();
    expect(screen.getByTestId('empty').textContent).toContain('Start a login in this page');
    expect(screen.getByTestId('empty').textContent).toContain('may have blocked a popup');
    expect(await axeProblems(container)).toEqual([]);
  });

  it('offers to reload where recording began late', async () => {
    const { recorder } = openPanel();
    act(() => recorder.gap({ kind: 'late-start', text: 'Recording began late.', at: START }));
    await screen.findByTestId('gaps');
    const empty = screen.getByTestId('empty');
    expect(empty.textContent).toContain('opened after this page had loaded');
    fireEvent.click(within(empty).getByRole('button', { name: 'Reload the page' }));
    expect(recorder.asked).toEqual(['reload']);
  });
});

describe('the toolbar', () => {
  it('counts, stops recording and preserves the log', async () => {
    const { container, recorder } = openPanel([
      ...clean('a', 0),
      ...login({ prefix: 'b', at: 60_000, refused: true, verifier: OTHER_VERIFIER }),
    ]);
    expect(container.querySelector('.counts')?.textContent).toBe('1 failed · 2 flows');
    fireEvent.click(screen.getByRole('button', { name: 'Stop recording network log' }));
    const record = screen.getByRole('button', { name: 'Record network log' });
    expect(record.getAttribute('aria-pressed')).toBe('false');
    fireEvent.click(screen.getByRole('checkbox'));
    expect(recorder.asked).toEqual(['keep false']);
  });

  it('clears, and undoes that', async () => {
    openPanel(refused());
    fireEvent.click(screen.getByTestId('clear'));
    expect(screen.queryByTestId('flow')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findAllByTestId('flow')).toHaveLength(1);
  });

  it('filters, suggests, and says when nothing matches', async () => {
    const { container } = openPanel([...clean('a', 0), ...clean('b', 60_000)]);
    const filter = screen.getByTestId('filter') as HTMLInputElement;
    fireEvent.focus(filter);
    fireEvent.input(filter, { target: { value: 'client:' } });
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'client:client-a (1)',
      'client:client-b (1)',
    ]);
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.keyDown(filter, { key: 'ArrowDown' });
    fireEvent.keyDown(filter, { key: 'Enter' });
    expect(filter.value).toBe('client:client-a ');
    expect(screen.getAllByTestId('flow')).toHaveLength(1);
    fireEvent.input(filter, { target: { value: 'no-such-thing' } });
    expect(screen.queryByTestId('flow')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(screen.getAllByTestId('flow')).toHaveLength(2);
  });

  it('lists its keys', async () => {
    const { container } = openPanel(refused());
    press('?');
    expect(screen.getByRole('dialog').textContent).toContain('copy what has the focus');
    expect(await axeProblems(container)).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('moves through the flows and opens one', () => {
    openPanel([...clean('a', 0), ...clean('b', 60_000)]);
    press('ArrowDown');
    expect(document.activeElement?.getAttribute('data-flow-id')).toBe('b1');
    press('ArrowUp');
    expect(document.activeElement?.getAttribute('data-flow-id')).toBe('a1');
    fireEvent.click(document.activeElement as HTMLElement);
    expect(screen.getAllByTestId('flow')[0]?.getAttribute('aria-current')).toBe('true');
  });

  it('goes to the messages, expands a finding and collapses it', () => {
    openPanel(refused());
    press('ArrowDown');
    press('ArrowRight');
    expect(document.activeElement?.getAttribute('data-step')).toContain('authorization-request');
    for (let i = 0; i < 3; i += 1) press('ArrowDown');
    const row = document.activeElement;
    expect(row?.getAttribute('data-finding')).toBe('pkce-verifier-mismatch');
    press('ArrowRight');
    expect(row?.getAttribute('aria-expanded')).toBe('true');
    press('ArrowLeft');
    expect(row?.getAttribute('aria-expanded')).toBe('false');
  });

  it('goes back level by level with Escape', () => {
    const { container } = openPanel(refused());
    const level = () => container.querySelector('main')?.getAttribute('data-level');
    expect(level()).toBe('flow');
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    expect(level()).toBe('message');
    press('Escape');
    expect([level(), screen.queryByTestId('detail')]).toEqual(['flow', null]);
    press('Escape');
    expect(level()).toBe('flows');
  });

  it('reaches the filter, clears and pauses', () => {
    const { store } = openPanel(refused());
    press('/');
    expect(document.activeElement).toBe(screen.getByTestId('filter'));
    press('e', { metaKey: true });
    expect(store.paused.value).toBe(true);
    press('l', { ctrlKey: true });
    expect(screen.queryByTestId('flow')).toBeNull();
  });

  it('ignores letters that the user types', () => {
    const { store } = openPanel(refused());
    screen.getByTestId('filter').focus();
    press('?');
    expect(store.dialog.value).toBeNull();
  });
});

describe('findings', () => {
  it('can be hidden and shown again', () => {
    openPanel(refused());
    const before = screen.getAllByTestId('finding').length;
    const finding = screen.getAllByTestId('finding')[0] as HTMLElement;
    fireEvent.click(within(finding).getAllByRole('button')[0] as HTMLElement);
    fireEvent.click(within(finding).getByRole('button', { name: 'Hide this check' }));
    expect(screen.getAllByTestId('finding')).toHaveLength(before - 1);
    fireEvent.click(screen.getByRole('button', { name: 'Show again' }));
    expect(screen.getAllByTestId('finding')).toHaveLength(before);
  });
});
