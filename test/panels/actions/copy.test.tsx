import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openPanel } from '../panel.tsx';
import { ACCESS_TOKEN, CODE, login, OTHER_VERIFIER } from '../recording.ts';
import { watchClipboard } from './clipboard.ts';

const copied = watchClipboard();

function openTokenRequest() {
  const { container, store } = openPanel(login({ refused: true, verifier: OTHER_VERIFIER }));
  const step = container.querySelector('[data-step^="token-request"]') as HTMLElement;
  fireEvent.click(step);
  return { container, step, store };
}

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...more });
const item = (name: string | RegExp) => screen.getByRole('menuitem', { name });

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

  it('a message gives curl with its secrets only by a separate command, which says so', async () => {
    openTokenRequest();
    fireEvent.click(screen.getByTitle('More ways to copy and share'));
    fireEvent.click(item(/^Copy with values/));
    fireEvent.click(item('Copy as cURL (bash) with values'));
    expect(await copied()).toContain(OTHER_VERIFIER);
    await waitFor(() =>
      expect(screen.getByTestId('toast').textContent).toBe('Copied with the real values'),
    );
  });

  it('a flow gives a script for bash without its secrets', async () => {
    openTokenRequest();
    fireEvent.click(screen.getByTitle('More ways to copy and share'));
    fireEvent.click(item('Copy flow as script (bash)'));
    const script = await copied();
    expect(script).toContain('set -euo pipefail');
    expect(script).toContain('$(encode "$CODE_VERIFIER")');
    for (const secret of [CODE, OTHER_VERIFIER, ACCESS_TOKEN]) expect(script).not.toContain(secret);
  });

  it('by the keyboard gives the focused element in its natural form', async () => {
    const { step } = openTokenRequest();
    const copyFocused = () => press('c', { ctrlKey: true });
    step.focus();
    copyFocused();
    expect(await copied()).toContain('curl --url');
    (document.querySelector('[data-finding]') as HTMLElement).focus();
    copyFocused();
    expect(await copied()).toMatch(/^error: .*\n.*Observed: /s);
    const row = screen.getByRole('row', { name: /^code_verifier/ }) as HTMLElement;
    row.focus();
    copyFocused();
    expect(await copied()).toBe(OTHER_VERIFIER);
    await waitFor(() =>
      expect(screen.getByTestId('toast').textContent).toBe('Copied the real value'),
    );
    row.blur();
    copyFocused();
    expect(await copied()).toMatch(/\nDo this: .+\nOwner: the client/);
  });

  it('reports that the browser refuses', async () => {
    openTokenRequest();
    Reflect.deleteProperty(navigator, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    fireEvent.click(screen.getByTestId('copy-curl'));
    await waitFor(() =>
      expect(screen.getByTestId('copy-curl').textContent).toContain('Not copied'),
    );
  });
});
