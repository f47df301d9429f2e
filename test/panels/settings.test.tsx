import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Store } from '../../panels/oauth/model/store.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { login, OTHER_VERIFIER } from './recording.ts';

const refused = () => login({ refused: true, verifier: OTHER_VERIFIER });

function openSettings() {
  const panel = openPanel(refused());
  const gear = screen.getByTestId('settings');
  gear.focus();
  fireEvent.click(gear);
  return { ...panel, gear, dialog: screen.getByRole('dialog', { name: 'Settings' }) };
}

describe('the settings', () => {
  it('open from the toolbar and are accessible', async () => {
    const { container, dialog } = openSettings();
    const sections = within(dialog).getAllByRole('region');
    expect(sections.map((section) => section.getAttribute('aria-label'))).toEqual([
      'Also record popups, workers and missing responses',
      'Rehearse faults',
      'Hidden checks',
      'Times',
      'Appearance',
      'Tour',
      'Stored settings',
    ]);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('close with Escape, which DevTools do not see, and return the focus', async () => {
    const { gear, dialog, store } = openSettings();
    const seen: string[] = [];
    const onKey = ({ key }: KeyboardEvent) => seen.push(key);
    document.addEventListener('keydown', onKey);
    within(dialog).getByRole('button', { name: 'Close' }).focus();
    fireEvent.keyDown(document.activeElement ?? dialog, { key: 'Escape' });
    document.removeEventListener('keydown', onKey);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect([store.dialog.value, seen]).toEqual([null, []]);
    expect(document.activeElement).toBe(gear);
  });

  it('list hidden checks, and show them again', async () => {
    const { container, dialog, store } = openSettings();
    expect(dialog.textContent).toContain('Hide this check');
    store.hideCheck('pkce-verifier-mismatch');
    const again = await within(dialog).findByRole('button', {
      name: 'Show findings of pkce-verifier-mismatch again',
    });
    const shown = () => container.querySelector('[data-check="pkce-verifier-mismatch"]');
    await waitFor(() => expect(shown()).toBeNull());
    fireEvent.click(again);
    await waitFor(() => expect(shown()).not.toBeNull());
  });

  it('choose the theme, and say which one DevTools have', () => {
    const { dialog, store } = openSettings();
    const section = within(dialog).getByRole('region', { name: 'Appearance' });
    expect(section.textContent).toContain('DevTools do not say which theme they have');
    fireEvent.click(within(section).getByRole('radio', { name: 'Dark' }));
    expect(store.settings.theme.value).toBe('dark');
    expect(section.textContent).toContain('keeps this theme');
  });

  it('reset everything at once', () => {
    const { dialog, store } = openSettings();
    store.settings.filter.value = 'is:failed';
    store.hideCheck('state-missing');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Reset settings' }));
    const { settings } = new Store();
    expect([settings.filter.value, settings.hiddenChecks.value]).toEqual(['', []]);
  });

  it('disable the keys of the panel while they are open', () => {
    const { store } = openSettings();
    fireEvent.keyDown(document.body, { key: 'l', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: '?' });
    expect([store.flows.value.length, store.dialog.value]).toEqual([1, 'settings']);
  });
});
