import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { clean, refused } from '../logins.ts';
import { axeProblems, openPanel } from '../panel.tsx';
import { login } from '../recording.ts';

const type = (text: string) =>
  fireEvent.input(screen.getByTestId('filter'), { target: { value: text } });
const flows = () => screen.queryAllByTestId('flow').map(({ dataset }) => dataset.flowId);

describe('the filter', () => {
  it('says below itself what it does not understand, and corrects it', async () => {
    const { container } = openPanel([...clean('b', 60_000), ...refused()]);
    type('statuss:400');
    const note = screen.getByTestId('filter-note');
    expect(note.textContent).toContain('Did you mean status:?');
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Use status:' }));
    expect((screen.getByTestId('filter') as HTMLInputElement).value).toBe('status:400');
    expect(flows()).toEqual(['a1']);
    expect(screen.queryByTestId('filter-note')).toBeNull();
  });

  it('finds decoded values by plain words', async () => {
    const state = btoa('{"returnTo":"/orders/77"}').replaceAll('=', '');
    openPanel([...clean('b', 60_000), ...login({ state })]);
    expect(flows()).toHaveLength(2);
    type('/orders/77');
    await waitFor(() => expect(flows()).toEqual(['a1']));
    type('-/orders/77');
    await waitFor(() => expect(flows()).toEqual(['b1']));
  });

  it('finds a word far behind in a long value', async () => {
    openPanel([...clean('b', 60_000), ...login({ state: `${'x'.repeat(20_000)}Needle` })]);
    type('needle');
    await waitFor(() => expect(flows()).toEqual(['a1']));
    type('-needle');
    await waitFor(() => expect(flows()).toEqual(['b1']));
    type('xxneedlex');
    await waitFor(() => expect(flows()).toEqual([]));
  });

  it('says so when the shown flow does not match', () => {
    openPanel([...clean('b', 60_000), ...refused()]);
    fireEvent.click(screen.getAllByTestId('flow')[0] as HTMLElement);
    expect(screen.queryByTestId('filtered-out')).toBeNull();
    type('client:client-b');
    expect(screen.getByTestId('filtered-out').textContent).toContain('does not match the filter');
    fireEvent.click(screen.getByRole('button', { name: 'Show the first that does' }));
    expect(screen.queryByTestId('filtered-out')).toBeNull();
    type('nothing-like-this');
    expect(screen.getByTestId('filtered-out')).toBeTruthy();
  });

  it('opens a place that is pasted into it', () => {
    const { store } = openPanel([...clean('b', 60_000), ...refused()]);
    fireEvent.paste(screen.getByTestId('filter'), {
      clipboardData: { getData: () => 'flow 2, step 3 (token request)' },
    });
    expect([store.current.value?.flow.id, store.step.value?.index]).toEqual(['b1', 2]);
    type('flow 1');
    fireEvent.keyDown(screen.getByTestId('filter'), { key: 'Enter' });
    expect(store.current.value?.flow.id).toBe('a1');
    expect((screen.getByTestId('filter') as HTMLInputElement).value).toBe('');
  });

  it('is a combobox whose options say what they mean', () => {
    openPanel([...clean('b', 60_000), ...refused()]);
    const filter = screen.getByRole('combobox', { name: 'Filter' });
    fireEvent.focus(filter);
    type('is:f');
    const [first] = screen.getAllByRole('option');
    expect(first?.textContent).toBe('is:failed · attempts that failed (1)');
    fireEvent.keyDown(filter, { key: 'ArrowDown' });
    expect(filter.getAttribute('aria-activedescendant')).toBe(first?.id);
    fireEvent.keyDown(filter, { key: 'Escape' });
    expect(filter.getAttribute('aria-expanded')).toBe('false');
  });
});
