import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { ACCESS_TOKEN, CODE, exchange, login, OTHER_VERIFIER, STATE } from './recording.ts';

let clipboard: string[] = [];

beforeEach(() => {
  clipboard = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: async (text: string) => {
        clipboard.push(text);
      },
    },
  });
});

afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

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
    expect(clipboard).toEqual([]);
    expect(dialog.textContent).toContain('Nothing leaves this machine before you copy or save it.');
    expect(await axeProblems(container)).toEqual([]);
  });

  it('copies a report of the failing flow with two keys', async () => {
    openPanel(recording());
    press('s', { ctrlKey: true });
    await preview();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Copy'));
    fireEvent.click(document.activeElement as HTMLElement);
    await waitFor(() => expect(clipboard).toHaveLength(1));
    expect(clipboard[0]).toBe(await preview());
    expect(clipboard[0]).toContain('invalid_grant');
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
    expect(clipboard).toEqual([]);
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
});
