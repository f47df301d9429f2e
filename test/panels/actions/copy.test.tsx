import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { targets } from '../../../src/commands/command.ts';
import { openPanel } from '../panel.tsx';
import { ACCESS_TOKEN, CODE, login, OTHER_VERIFIER } from '../recording.ts';

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

const copied = async () => {
  await waitFor(() => expect(clipboard).toHaveLength(1));
  return clipboard[0] ?? '';
};

function openTokenRequest() {
  const { container, store } = openPanel(login({ refused: true, verifier: OTHER_VERIFIER }));
  const step = container.querySelector('[data-step^="token-request"]') as HTMLElement;
  fireEvent.click(step);
  return { container, step, store };
}

describe('copying', () => {
  it('a message gives curl without its secrets, and says so in place', async () => {
    openTokenRequest();
    fireEvent.click(screen.getByTestId('copy-curl'));
    const text = await copied();
    expect(text).toContain('curl --url');
    for (const secret of [CODE, OTHER_VERIFIER]) expect(text).not.toContain(secret);
    await waitFor(() => expect(screen.getByTestId('copy-curl').textContent).toContain('Copied'));
    expect(screen.getByRole('status').textContent).toBe('Copied');
  });

  it('a message gives curl with its secrets only by a separate command', async () => {
    openTokenRequest();
    fireEvent.click(screen.getByTitle('More ways to copy'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy as cURL (bash) with values' }));
    expect(await copied()).toContain(OTHER_VERIFIER);
  });

  it('a flow gives a script for bash without its secrets', async () => {
    openTokenRequest();
    fireEvent.click(screen.getByTitle('More ways to copy'));
    fireEvent.click(screen.getByRole('button', { name: 'Copy flow as script (bash)' }));
    const script = await copied();
    expect(script).toContain('set -euo pipefail');
    expect(script).toContain('$(encode "$CODE_VERIFIER")');
    for (const secret of [CODE, OTHER_VERIFIER, ACCESS_TOKEN]) expect(script).not.toContain(secret);
  });

  it('offers each kind of command, moves through them by arrow keys, and remembers the last', async () => {
    const { store } = openTokenRequest();
    const opener = screen.getByTitle('More ways to copy');
    opener.focus();
    fireEvent.click(opener);
    const names = (group: string) =>
      within(screen.getByRole('group', { name: group }))
        .getAllByRole('button')
        .map((button) => button.textContent);
    expect(names('Secrets become variables')).toEqual(targets.map(({ title }) => title));
    expect(names('Secrets are readable in what is copied')).toEqual(
      targets.map(({ title }) => `${title} with values`),
    );
    const press = (key: string) =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
    expect(document.activeElement?.textContent).toBe(targets[0]?.title);
    press('End');
    expect(document.activeElement?.textContent).toBe('Share this message…');
    press('ArrowDown');
    press('ArrowUp');
    press('ArrowUp');
    press('ArrowUp');
    const last = targets.at(-1);
    expect(document.activeElement?.textContent).toBe(`${last?.title} with values`);
    fireEvent.click(document.activeElement as HTMLElement);
    expect(await copied()).toContain(OTHER_VERIFIER);
    press('Escape');
    expect(screen.queryByText('Share this message…')).toBeNull();
    expect(document.activeElement).toBe(opener);
    expect(screen.getByTestId('copy-curl').textContent).toContain(last?.title);
    expect(store.settings.copyTarget.value).toBe(last?.id);
  });

  it('by the keyboard gives the focused element in its natural form', async () => {
    const { step } = openTokenRequest();
    const press = () =>
      fireEvent.keyDown(document.activeElement ?? document.body, { key: 'c', ctrlKey: true });
    step.focus();
    press();
    expect(await copied()).toContain('curl --url');
    clipboard = [];
    (document.querySelector('[data-finding]') as HTMLElement).focus();
    press();
    expect(await copied()).toMatch(/^error: .*\n.*Observed: /s);
    clipboard = [];
    (document.activeElement as HTMLElement).blur();
    press();
    expect(await copied()).toMatch(/^.+\nOwner: the client/);
  });

  it('reports that the browser refuses', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    openTokenRequest();
    fireEvent.click(screen.getByTestId('copy-curl'));
    await waitFor(() =>
      expect(screen.getByTestId('copy-curl').textContent).toContain('Not copied'),
    );
  });
});
