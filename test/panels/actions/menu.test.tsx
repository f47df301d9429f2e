import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { targets } from '../../../src/commands/command.ts';
import { refused } from '../logins.ts';
import { axeProblems, openPanel } from '../panel.tsx';
import { CODE, OTHER_VERIFIER } from '../recording.ts';
import { watchClipboard } from './clipboard.ts';

const copied = watchClipboard();

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...more });
const titles = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
const item = (name: string | RegExp) => screen.getByRole('menuitem', { name });
const rightClick = (element: Element, more: MouseEventInit = {}) =>
  fireEvent.contextMenu(element, { clientX: 40, clientY: 40, ...more });

function open() {
  const panel = openPanel(refused());
  const query = (selector: string) => panel.container.querySelector(selector) as HTMLElement;
  const tokenRequest = () => query('[data-step^="token-request"]');
  return { ...panel, query, tokenRequest };
}

describe('the context menu', () => {
  it('of a step offers every kind of command, its URL, its place and sharing', async () => {
    const { container, tokenRequest } = open();
    expect(rightClick(tokenRequest())).toBe(false);
    expect(titles()).toEqual([
      'Copy as cURL (bash)',
      'Copy as · secrets become variables▸',
      'Copy with values · secrets are readable▸',
      'Copy URL',
      'Copy flow as script (bash)',
      'Copy conclusion',
      'Copy link to step 3',
      'Share this message…',
      'Share this flow…',
      'Open in Network',
    ]);
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(item(/^Copy as ·/));
    expect(titles().slice(2, 2 + targets.length)).toEqual(targets.map(({ title }) => title));
    fireEvent.click(item('Copy as cURL (PowerShell 5)'));
    expect(await copied()).toContain('curl');
    expect(screen.queryByRole('menu')).toBeNull();
    rightClick(tokenRequest());
    expect(titles()[0]).toBe('Copy as cURL (PowerShell 5)');
  });

  it('of a flow and of its conclusion copies the request that failed', async () => {
    const { query } = open();
    rightClick(query('[data-testid="flow"]'));
    fireEvent.click(item('Copy step 3 as cURL (bash)'));
    expect(await copied()).toContain('https://as.example.com/token');
    rightClick(query('[data-testid="verdict"]'));
    expect(titles()).toContain('Copy finding');
    fireEvent.click(item('Copy conclusion'));
    expect(await copied()).toMatch(/\nOwner: the client/);
  });

  it('of a parameter copies its value, its name with it, and the table', async () => {
    const { tokenRequest } = open();
    fireEvent.click(tokenRequest());
    const row = screen.getByRole('row', { name: /^code_verifier/ }) as HTMLElement;
    rightClick(row.querySelector('code') as Element);
    fireEvent.click(item('Copy value'));
    expect(await copied()).toBe(OTHER_VERIFIER);
    await waitFor(() =>
      expect(screen.getByTestId('toast').textContent).toBe('Copied the real value'),
    );
    expect(screen.getByRole('status').textContent).toBe('Copied the real value');
    rightClick(row);
    fireEvent.click(item('Copy name and value'));
    expect(await copied()).toBe(`code_verifier=${OTHER_VERIFIER}`);
    rightClick(row);
    fireEvent.click(item(/^Copy all 5 as JSON/));
    expect(JSON.parse(await copied())).toMatchObject({ code: CODE, client_id: 's6BhdRkqt3' });
  });

  it('of a header copies it as a line', async () => {
    const { tokenRequest } = open();
    fireEvent.click(tokenRequest());
    fireEvent.click(screen.getByRole('tab', { name: 'Headers' }));
    rightClick(screen.getByText('Origin').closest('tr') as HTMLElement);
    fireEvent.click(item('Copy header'));
    expect(await copied()).toBe('Origin: https://app.example.com');
  });

  it('of a finding hides its check', () => {
    const { query } = open();
    const finding = query('[data-finding]');
    rightClick(finding);
    fireEvent.click(item('Hide this check'));
    expect(query(`[data-check="${finding.dataset.finding}"]`)).toBeNull();
  });

  it('shares a message from its row', () => {
    const { store, tokenRequest } = open();
    rightClick(tokenRequest());
    fireEvent.click(item('Share this message…'));
    expect(store.dialog.value).toBe('share');
    expect(store.shareRequest.value).toEqual({ what: 'message' });
    expect(store.step.value?.message.kind).toBe('token-request');
  });

  it('leaves the menu of the browser for the Shift key, for links, and where the user types', () => {
    const { query, tokenRequest } = open();
    expect(rightClick(tokenRequest(), { shiftKey: true })).toBe(true);
    expect(rightClick(screen.getByTestId('filter'))).toBe(true);
    expect(rightClick(query('.verdict a[href]'))).toBe(true);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('the keys of a menu', () => {
  const openByKey = () => {
    const panel = open();
    panel.tokenRequest().focus();
    press('F10', { shiftKey: true });
    return panel;
  };

  it('move through it, open a part of it and type ahead', async () => {
    openByKey();
    const focused = () => document.activeElement?.textContent;
    expect(focused()).toBe('Copy as cURL (bash)');
    press('ArrowDown');
    press('ArrowRight');
    await waitFor(() => expect(focused()).toBe(targets[0]?.title));
    press('h');
    expect(focused()).toBe('Copy as HTTPie');
    press('ArrowLeft');
    expect(focused()).toMatch(/^Copy as ·/);
    press('End');
    expect(focused()).toBe('Open in Network');
    press('ArrowDown');
    expect(focused()).toBe('Copy as cURL (bash)');
    press('ArrowUp');
    press('Home');
    expect(focused()).toBe('Copy as cURL (bash)');
    press('u');
    expect(focused()).toBe('Copy URL');
  });

  it('close it with Escape, and give the focus back', () => {
    const { tokenRequest, store } = openByKey();
    press('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(tokenRequest());
    expect(store.stepKey.value).toBeNull();
  });

  it('do nothing behind an open menu', () => {
    const { store } = openByKey();
    press('l', { ctrlKey: true });
    expect(store.canUndo.value).toBe(false);
  });

  it('a press elsewhere closes it', () => {
    const { query } = openByKey();
    act(() => void fireEvent.mouseDown(query('[data-testid="verdict"]')));
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
