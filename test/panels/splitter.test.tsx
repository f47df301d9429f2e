import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Store } from '../../panels/oauth/model/store.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { login } from './recording.ts';

function openWithMessage() {
  const panel = openPanel(login());
  fireEvent.click(panel.container.querySelector('[data-step^="token-request"]') as HTMLElement);
  const border = (name: string) => screen.getByRole('separator', { name });
  const style = () => panel.container.querySelector('main')?.getAttribute('style') ?? '';
  return { ...panel, border, style };
}

describe('the borders of the panes', () => {
  it('move with the arrow keys, and stay there', async () => {
    const { border, style, container, store } = openWithMessage();
    const list = border('Width of the list');
    store.settings.listWidth.value = 30;
    list.focus();
    fireEvent.keyDown(list, { key: 'ArrowRight' });
    expect(store.settings.listWidth.value).toBe(32);
    await waitFor(() => expect(list.getAttribute('aria-valuenow')).toBe('32'));
    expect(style()).toContain('--list-width: 32%');
    expect(document.activeElement).toBe(list);
    fireEvent.keyDown(list, { key: 'Home' });
    fireEvent.keyDown(list, { key: 'ArrowLeft' });
    expect(store.settings.listWidth.value).toBe(Number(list.getAttribute('aria-valuemin')));
    const message = border('Height of the message');
    store.settings.messageHeight.value = 40;
    fireEvent.keyDown(message, { key: 'ArrowUp' });
    expect(new Store().settings.messageHeight.value).toBe(42);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('go back to the default size', async () => {
    const { border, style, store } = openWithMessage();
    store.settings.listWidth.value = 50;
    await waitFor(() => expect(style()).toContain('50%'));
    fireEvent.dblClick(border('Width of the list'));
    await waitFor(() => expect(style()).not.toContain('--list-width'));
    expect(new Store().settings.listWidth.value).toBeNull();
  });

  it('ignore a stored value that is not a share', () => {
    localStorage.setItem('grantscope.listWidth', '"calc(1px)"');
    localStorage.setItem('grantscope.messageHeight', '400');
    const { settings } = new Store();
    expect([settings.listWidth.value, settings.messageHeight.value]).toEqual([null, null]);
  });
});
