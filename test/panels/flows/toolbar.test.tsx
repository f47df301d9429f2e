import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { refused } from '../logins.ts';
import { axeProblems, openPanel } from '../panel.tsx';

const har = (name: string) =>
  new File(
    [JSON.stringify({ log: { version: '1.2', creator: { name: 'a' }, entries: [] } })],
    name,
  );

describe('the toolbar while a file is shown', () => {
  it('greys what concerns the live recording', async () => {
    const { container, store } = openPanel(refused());
    await act(() => store.import([har('other.har')]));
    const record = screen.getByTestId('record') as HTMLButtonElement;
    expect(record.disabled).toBe(true);
    expect(record.className).not.toContain('recording');
    expect(record.title).toContain('The panel shows a file');
    expect(screen.getByRole('checkbox', { name: 'Preserve log' })).toHaveProperty('disabled', true);
    store.togglePaused();
    expect(store.paused.value).toBe(false);
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(
      screen.getAllByRole('button', { name: 'Back to the live recording' })[0] as HTMLElement,
    );
    expect(record.disabled).toBe(false);
  });
});

describe('recent files', () => {
  const openMenu = () => fireEvent.click(screen.getByTitle(/^Import HAR files/));

  it('are reopened while DevTools stay open', async () => {
    const { container, store } = openPanel();
    await act(() => store.import([har('one.har')]));
    await act(() => store.import([har('two.har')]));
    openMenu();
    await screen.findByRole('menuitem', { name: 'one.har' });
    const names = screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
    expect(names).toEqual(['Open HAR files or reports…', 'two.har', 'one.har']);
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(await screen.findByRole('menuitem', { name: 'one.har' }));
    await waitFor(() => expect(store.file.value?.name).toBe('one.har'));
  });

  it('are stored by name only, and have to be chosen again later', async () => {
    const { store } = openPanel();
    await act(() => store.import([har('one.har')]));
    const stored = JSON.stringify({ ...localStorage });
    expect(stored).toContain('one.har');
    expect(stored).not.toContain('entries');
    const names = localStorage.getItem('grantscope.recentFiles') ?? '';
    const next = openPanel();
    act(() => {
      next.store.settings.recentFiles.value = JSON.parse(names);
    });
    const chooser = vi.spyOn(HTMLInputElement.prototype, 'click').mockReturnValue();
    openMenu();
    fireEvent.click(await screen.findByRole('menuitem', { name: 'one.har' }));
    await waitFor(() => expect(chooser).toHaveBeenCalled());
    expect(next.store.said.value.text).toContain('Choose one.har again');
    chooser.mockRestore();
  });
});
