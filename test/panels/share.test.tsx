import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { formats } from '../../src/report/all-formats.ts';
import type { Format } from '../../src/report/format.ts';
import { clipboardTexts } from './actions/clipboard.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { ACCESS_TOKEN, CODE, exchange, login, OTHER_VERIFIER, STATE } from './recording.ts';

const clipboard = clipboardTexts();

const SECRETS = [CODE, STATE, ACCESS_TOKEN, OTHER_VERIFIER];

/** Two logins of a user with an address, of which the second failed. */
const recording = (): readonly Exchange[] => [
  ...login(),
  ...login({ prefix: 'b', at: 60_000, refused: true, verifier: OTHER_VERIFIER }),
  exchange({
    id: 'u',
    at: 70_000,
    url: 'https://as.example.com/userinfo',
    headers: { Authorization: `Bearer ${ACCESS_TOKEN}` },
    answer: { 'Content-Type': 'application/json' },
    text: JSON.stringify({ sub: 'user-8372', email: 'erika@example.com' }),
  }),
];

async function preview(): Promise<string> {
  return (await screen.findByTestId('share-preview')).textContent ?? '';
}

async function openShare(exchanges = recording()) {
  const panel = openPanel(exchanges);
  const button = screen.getByTestId('share');
  button.focus();
  fireEvent.click(button);
  await preview();
  const dialog = screen.getByRole('dialog', { name: 'Share' });
  return { ...panel, button, dialog };
}

const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('the share dialog', () => {
  it('shows what leaves before it is copied', async () => {
    const { container, dialog } = await openShare();
    const text = await preview();
    expect(text).toContain('sequenceDiagram');
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    expect(clipboard()).toEqual([]);
    expect(dialog.textContent).toContain('Nothing leaves this machine before you copy or save it.');
    expect(await axeProblems(container)).toEqual([]);
  });

  it('copies a report of the failing flow with two keys', async () => {
    openPanel(recording());
    press('s', { ctrlKey: true });
    await preview();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Copy'));
    fireEvent.click(document.activeElement as HTMLElement);
    await waitFor(() => expect(clipboard()).toHaveLength(1));
    expect(clipboard()[0]).toBe(await preview());
    expect(clipboard()[0]).toContain('invalid_grant');
  });

  it('shares the whole recording, chosen flows or one message', async () => {
    const { store, container } = openPanel(recording());
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    store.share();
    await preview();
    const part = screen.getByTestId('share-part') as HTMLSelectElement;
    expect([...part.options].map(({ value }) => value)).toEqual([
      'flow',
      'message',
      'chosen',
      'recording',
    ]);
    const flowsIn = (text: string) => text.match(/sequenceDiagram/g)?.length;
    expect(flowsIn(await preview())).toBe(1);
    fireEvent.change(part, { target: { value: 'recording' } });
    await waitFor(async () => expect(flowsIn(await preview())).toBe(2));
    fireEvent.change(part, { target: { value: 'chosen' } });
    const flows = await screen.findByRole('group', { name: 'Chosen flows' });
    const [first] = within(flows).getAllByRole('checkbox');
    fireEvent.click(first as HTMLElement);
    await waitFor(async () => expect(flowsIn(await preview())).toBe(1));
  });

  it('closes with Escape and returns the focus', async () => {
    const { button, store } = await openShare();
    press('Escape');
    await waitFor(() => expect(store.dialog.value).toBeNull());
    expect(document.activeElement).toBe(button);
    expect(clipboard()).toEqual([]);
  });

  it('remembers the format and the options, and no value', async () => {
    const { dialog, store } = await openShare();
    fireEvent.change(screen.getByTestId('share-format'), { target: { value: 'json' } });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Host names' }));
    fireEvent.input(screen.getByTestId('share-remove'), { target: { value: 's6BhdRkqt3' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    store.dialog.value = null;
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    store.share();
    await preview();
    const format = screen.getByTestId('share-format') as HTMLSelectElement;
    const hosts = screen.getByRole('checkbox', { name: 'Host names' }) as HTMLInputElement;
    expect([format.value, hosts.checked]).toEqual(['json', true]);
    expect(screen.queryByLabelText('Your decisions')).toBeNull();
    expect(JSON.stringify({ ...localStorage })).not.toContain('s6BhdRkqt3');
  });

  it('explains every placeholder, and counts them by class', async () => {
    const { dialog } = await openShare();
    const row = dialog.querySelector('[data-placeholder="‹code-1›"]') as HTMLElement;
    expect(row.textContent).toMatch(/code · \d+ times · 27 characters/);
    expect(row.textContent).not.toContain(CODE);
    fireEvent.click(within(row).getByRole('button', { name: 'Reveal the value of ‹code-1›' }));
    await waitFor(() => expect(row.textContent).toContain(CODE));
    expect(screen.getByTestId('share-summary').textContent).toMatch(
      /Replaced: .*\d+ one-time values/,
    );
    expect(screen.getByTestId('share-summary').textContent).toContain('Same diagnosis');
  });

  it('keeps a value or removes a further one as the user decides, and takes it back', async () => {
    const { dialog } = await openShare();
    const shown = (text: string, is: boolean) =>
      waitFor(async () => expect((await preview()).includes(text)).toBe(is));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Keep the value of ‹state-1›' }));
    await shown(STATE, true);
    expect(dialog.textContent).toContain('Not fully redacted: a secret stays readable');
    fireEvent.click(screen.getByRole('button', { name: /^Undo: ‹state-1› stays readable/ }));
    await shown(STATE, false);

    await shown('s6BhdRkqt3', true);
    fireEvent.input(screen.getByTestId('share-remove'), { target: { value: 's6BhdRkqt3' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await shown('s6BhdRkqt3', false);
    fireEvent.click(screen.getByRole('button', { name: /^Undo: “s6BhdRkqt3”/ }));
    await shown('s6BhdRkqt3', true);
  });

  it('says why a text cannot be removed', async () => {
    const { dialog } = await openShare();
    const remove = (value: string) => {
      fireEvent.input(screen.getByTestId('share-remove'), { target: { value } });
      fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    };
    remove('‹code-1›');
    await within(dialog).findByText(/has a placeholder in it/);
    remove('a');
    await within(dialog).findByText(/at least two characters/);
    remove('nowhere-to-be-found');
    await within(dialog).findByText('“nowhere-to-be-found” stands nowhere in the recording');
  });

  it('neither copies nor saves a report that still shows a value, and shows the place', async () => {
    const leaky: Format = {
      title: 'Leaky',
      description: 'for this test',
      mediaType: 'text/plain',
      extension: 'txt',
      write: () => `first line\nhere: ${btoa(CODE)}`,
    };
    const all = formats as Map<string, Format>;
    all.set('leaky', leaky);
    const { container } = await openShare();
    fireEvent.change(screen.getByTestId('share-format'), { target: { value: 'leaky' } });
    const refusal = await screen.findByTestId('share-refusal');
    all.delete('leaky');
    expect(refusal.textContent).toContain('‹code-1› in line 2, column 7 (base64');
    for (const button of ['share-copy', 'share-save']) fireEvent.click(screen.getByTestId(button));
    expect(screen.getByTestId('share-copy').getAttribute('aria-disabled')).toBe('true');
    expect(clipboard()).toEqual([]);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('warns of a file with all values, asks once more, and does not remember the choice', async () => {
    const saved: Blob[] = [];
    const createObjectURL = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:saved';
    });
    const { container, store } = await openShare();
    fireEvent.change(screen.getByTestId('share-format'), { target: { value: 'raw' } });
    const warning = await screen.findByTestId('share-raw');
    expect(warning.textContent).toMatch(/not redacted.*whole recording.*secret.*one-time value/);
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(within(warning).getByRole('button', { name: 'Save with all values…' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('No'));
    expect(saved).toEqual([]);
    fireEvent.click(within(warning).getByRole('button', { name: 'Save with all values' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    createObjectURL.mockRestore();
    expect(await saved[0]?.text()).toContain(CODE);
    expect(store.settings.shareFormat.value).toBe('markdown');
  });
});
