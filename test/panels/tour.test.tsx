import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { refused } from './logins.ts';
import { axeProblems, openPanel } from './panel.tsx';

describe('the tour', () => {
  it('is offered in one line where nothing is recorded, never beside a flow', () => {
    openPanel();
    expect(screen.getByTestId('tour-offer')).toBeTruthy();
    openPanel(refused());
    expect(screen.queryByTestId('tour-offer')).toBeNull();
    expect(screen.queryByTestId('tour')).toBeNull();
  });

  it('can be declined for good', async () => {
    const { store } = openPanel();
    fireEvent.click(screen.getByRole('button', { name: 'No, thanks' }));
    await waitFor(() => expect(screen.queryByTestId('tour-offer')).toBeNull());
    expect(localStorage.getItem('grantscope.tourAnswered')).toBe('true');
    expect(store.tourStop.value).toBeNull();
  });

  it('has five stops at parts that exist, by the keyboard alone', async () => {
    const { container } = openPanel();
    fireEvent.click(screen.getByTestId('tour-start'));
    const seen: string[] = [];
    for (let stop = 1; stop <= 5; stop += 1) {
      const dialog = await screen.findByRole('dialog', { name: new RegExp(`^Tour, ${stop} of 5`) });
      seen.push(dialog.querySelector('h2')?.firstChild?.textContent ?? '');
      await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^(?:Next|Done)$/));
      if (stop === 1) expect(await axeProblems(container)).toEqual([]);
      fireEvent.click(document.activeElement ?? dialog);
    }
    expect(seen).toEqual(['Flows', 'Conclusion', 'Messages', 'Filter', 'Share']);
    await waitFor(() => expect(screen.queryByTestId('tour')).toBeNull());
  });

  it('ends with Escape, goes back, and starts again from the settings', async () => {
    const { store } = openPanel(refused());
    fireEvent.click(screen.getByTestId('settings'));
    fireEvent.click(screen.getByTestId('tour-again'));
    fireEvent.click(await screen.findByRole('button', { name: 'Next' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Back' }));
    expect(store.tourStop.value).toBe(0);
    fireEvent.keyDown(await screen.findByTestId('tour'), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByTestId('tour')).toBeNull());
    expect(screen.getByTestId('verdict').dataset.cause).toBe('pkce-verifier-mismatch');
  });
});
