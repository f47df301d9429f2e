import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { watchClipboard } from './actions/clipboard.ts';
import { clean, refused } from './logins.ts';
import { openPanel } from './panel.tsx';
import { CODE, OTHER_VERIFIER } from './recording.ts';

const copied = watchClipboard();

/** Presses keys where the focus is, and counts them. */
function keyboard() {
  let count = 0;
  return {
    press(key: string, more: KeyboardEventInit = {}) {
      count += 1;
      const target = document.activeElement ?? document.body;
      const went = fireEvent.keyDown(target, { key, bubbles: true, cancelable: true, ...more });
      // What browsers do with Enter on a button.
      if (key === 'Enter' && went && target instanceof HTMLButtonElement) fireEvent.click(target);
    },
    get count() {
      return count;
    },
  };
}

const recording = () => [...clean('b', 60_000), ...refused()];

describe('the main tasks by the keyboard alone', () => {
  it('the cause and the fix are read without a key', () => {
    openPanel(recording());
    const region = screen.getByRole('region', { name: 'Verdict' });
    expect(within(region).getByTestId('verdict').dataset.cause).toBe('pkce-verifier-mismatch');
    expect(within(region).getByTestId('fix').textContent).toMatch(/^Do this: \w/);
  });

  it('the request that failed is copied as curl with two keys', async () => {
    openPanel(recording());
    const keys = keyboard();
    keys.press('F10', { shiftKey: true });
    keys.press('Enter');
    const text = await copied();
    expect(text).toMatch(/^curl[\s\S]*https:\/\/as\.example\.com\/token/m);
    expect(text).not.toContain(OTHER_VERIFIER);
    expect(keys.count).toBeLessThanOrEqual(2);
  });

  it('a redacted report of the flow that failed is copied with two keys', async () => {
    openPanel(recording());
    const keys = keyboard();
    keys.press('s', { ctrlKey: true });
    await waitFor(() =>
      expect((document.activeElement as HTMLElement | null)?.dataset.testid).toBe('share-copy'),
    );
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-disabled')).toBe('false'),
    );
    keys.press('Enter');
    const report = await copied();
    expect(report).toContain('sequenceDiagram');
    for (const secret of [CODE, OTHER_VERIFIER]) expect(report).not.toContain(secret);
    expect(keys.count).toBeLessThanOrEqual(3);
  });

  it('the fix is copied from the menu of the conclusion', async () => {
    openPanel(recording());
    const keys = keyboard();
    keys.press('F10', { shiftKey: true });
    keys.press('c');
    const wanted = 'Copy conclusion';
    for (let tried = 0; document.activeElement?.textContent !== wanted && tried < 20; tried += 1) {
      keys.press('ArrowDown');
    }
    keys.press('Enter');
    expect(await copied()).toMatch(/\n(?:Fix|Do this): /);
  });

  it('the attempt is compared with the last one that worked', async () => {
    const { container, store } = openPanel([...refused(), ...clean('b', 60_000)]);
    const failed = container.querySelector('[data-flow-id="a1"]') as HTMLElement;
    failed.focus();
    const keys = keyboard();
    keys.press('F10', { shiftKey: true });
    keys.press('End');
    const wanted = 'Compare with the last that worked';
    for (let tried = 0; document.activeElement?.textContent !== wanted && tried < 20; tried += 1) {
      keys.press('ArrowUp');
    }
    keys.press('Enter');
    await waitFor(() => expect(store.comparing.place.value?.flowId).toBe('b1'));
    expect(store.current.value?.flow.id).toBe('a1');
  });
});

describe('what screen readers say', () => {
  it('each control of the panel has a name', () => {
    const { container } = openPanel(recording());
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true });
    for (const role of ['button', 'textbox', 'combobox', 'checkbox', 'tab']) {
      for (const control of screen.queryAllByRole(role, { hidden: false })) {
        const name = control.getAttribute('aria-label') ?? control.getAttribute('title');
        const labelled = control.closest('label')?.textContent ?? '';
        expect(`${name ?? ''}${control.textContent}${labelled}`.trim()).not.toBe('');
      }
    }
    for (const name of ['Flows', 'Verdict', 'Message', 'Messages']) {
      expect(container.querySelector(`[aria-label="${name}"]`)).not.toBeNull();
    }
    expect(container.querySelector('search[aria-label="Find in the recording"]')).not.toBeNull();
  });
});
