import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { axeProblems, openPanel } from './panel.tsx';

async function chooseStory(title: RegExp) {
  fireEvent.click(screen.getByTestId('demo'));
  fireEvent.click(await screen.findByRole('button', { name: title }));
  return screen.findByTestId('file-bar');
}

describe('the demo', () => {
  it('is offered when nothing is recorded, as six stories', async () => {
    const { container } = openPanel();
    fireEvent.click(screen.getByTestId('demo'));
    expect(await screen.findAllByTestId('story')).toHaveLength(6);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('says that all is invented, shows the failure first, and can be left', async () => {
    const { container, store } = openPanel();
    const bar = await chooseStory(/^PKCE/);
    expect(bar.textContent).toContain('invented logins');
    expect(screen.getByTestId('verdict').dataset.cause).toBe('pkce-verifier-mismatch');
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Leave the demo' }));
    await waitFor(() => expect(screen.getByTestId('empty')).toBeTruthy());
    expect([store.file.value, store.live.snapshot.value.exchanges]).toEqual([null, 0]);
  });

  it('goes from one story to another', async () => {
    openPanel();
    await chooseStory(/^A clean login/);
    const choice = await screen.findByRole('combobox', { name: 'Story of the demo' });
    expect((choice as HTMLSelectElement).value).toBe('A clean login');
    fireEvent.change(choice, { target: { value: 'A lost cookie' } });
    await waitFor(() =>
      expect(screen.getByTestId('verdict').dataset.cause).toBe('cookie-samesite-strict-callback'),
    );
  });
});
