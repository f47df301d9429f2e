import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { clean, refused } from './logins.ts';
import { axeProblems, openPanel } from './panel.tsx';

const key = (name: string) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name });

async function write(text: string) {
  const area = await screen.findByRole('textbox', { name: /^Note on this/ });
  fireEvent.input(area, { target: { value: text } });
  fireEvent.keyDown(area, { key: 'Enter', ctrlKey: true });
}

describe('pins and notes', () => {
  it('pin a flow by a key: it has a sign and stands first', async () => {
    const { container } = openPanel([...clean('z', -60_000), ...refused()]);
    const [, second] = screen.getAllByTestId('flow');
    second?.focus();
    key('p');
    await waitFor(() => expect(screen.getAllByRole('img', { name: 'Pinned.' })).toHaveLength(1));
    expect(screen.getAllByTestId('flow').map(({ dataset }) => dataset.outcome)).toEqual([
      'failed',
      'succeeded',
    ]);
    expect(await axeProblems(container)).toEqual([]);
    key('p');
    await waitFor(() => expect(screen.queryByRole('img', { name: 'Pinned.' })).toBeNull());
  });

  it('write, change, delete and restore a note on a flow', async () => {
    openPanel(refused());
    screen.getByTestId('flow').focus();
    key('n');
    await write('asked the server team');
    const line = await screen.findByTestId('remark-flow');
    expect(line.textContent).toContain('asked the server team');
    expect(screen.getByRole('img', { name: 'asked the server team' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    await write('they answered');
    await waitFor(() => expect(screen.getByText('they answered')).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByText('they answered')).toBeNull());
    // The flow has no pin, and still the deletion can be undone.
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(screen.getByText('they answered')).toBeTruthy());
    expect(screen.queryByText(/Note deleted/)).toBeNull();
  });

  it('write a note on a message, which the sequence marks, and undo its deletion', async () => {
    const { container } = openPanel(refused());
    container.querySelector<HTMLElement>('[data-step^="token-request"]')?.focus();
    key('n');
    await write('verifier from the first tab');
    await waitFor(() => expect(container.querySelector('.step .remark-sign')).not.toBeNull());
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(screen.getByTestId('remark-message').textContent).toContain('verifier from'),
    );
  });

  it('stay when the recorder sends a better version of the exchange', async () => {
    const exchanges = refused();
    const { container, recorder, store } = openPanel(exchanges);
    container.querySelector<HTMLElement>('[data-step^="token-request"]')?.focus();
    key('p');
    await waitFor(() => expect(container.querySelector('.step .remark-sign')).not.toBeNull());
    recorder.record(exchanges.map((one) => ({ ...one, duration: 77 })));
    store.live.flush();
    await waitFor(() => expect(container.querySelector('.step .remark-sign')).not.toBeNull());
  });

  it('leave the text alone with Escape', async () => {
    const { store } = openPanel(refused());
    screen.getByTestId('flow').focus();
    key('n');
    const area = await screen.findByRole('textbox', { name: 'Note on this flow' });
    fireEvent.input(area, { target: { value: 'not to be kept' } });
    fireEvent.keyDown(area, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Note/ })).toBeNull());
    expect(store.live.recording.exchanges.flatMap(({ remarks = [] }) => remarks)).toEqual([]);
  });
});
