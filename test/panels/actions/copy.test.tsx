import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPanel } from '../panel.tsx';
import { CODE, login, OTHER_VERIFIER } from '../recording.ts';

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
  const { container } = openPanel(login({ refused: true, verifier: OTHER_VERIFIER }));
  const step = container.querySelector('[data-step^="token-request"]') as HTMLElement;
  fireEvent.click(step);
  return { container, step };
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
    fireEvent.click(screen.getByRole('button', { name: 'Copy as curl with its secrets' }));
    expect(await copied()).toContain(OTHER_VERIFIER);
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
