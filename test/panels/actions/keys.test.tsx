import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { KEYMAP, keysShown } from '../../../panels/oauth/actions/keymap.ts';
import { clean, refused } from '../logins.ts';
import { openPanel } from '../panel.tsx';

const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true, ...more });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => clean(`n${index}x`, index * 60_000)).flat();
const focusedFlow = () => document.activeElement?.getAttribute('data-flow-id');

describe('the keys', () => {
  it('select the flow that they move to, one by one, by pages and to the ends', async () => {
    const { store } = openPanel(many(30));
    const both = () => [focusedFlow(), store.current.value?.flow.id];
    press('Home');
    await waitFor(() => expect(both()).toEqual(['n0x1', 'n0x1']));
    press('ArrowDown');
    await waitFor(() => expect(both()).toEqual(['n1x1', 'n1x1']));
    press('End');
    await waitFor(() => expect(both()).toEqual(['n29x1', 'n29x1']));
    press('PageUp');
    await waitFor(() => {
      expect(Number(/n(\d+)x/.exec(focusedFlow() ?? '')?.[1])).toBeLessThan(29);
    });
    press('PageDown');
    await waitFor(() => expect(focusedFlow()).toBe('n29x1'));
    expect(store.level.value).toBe('flows');
  });

  it('go from region to region with F6, also while the user types', () => {
    const { container } = openPanel(refused());
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    screen.getByTestId('filter').focus();
    const region = () =>
      document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? 'toolbar';
    const visited = [1, 2, 3, 4].map(() => {
      press('F6');
      return region();
    });
    expect(visited).toEqual(['flows', 'flow', 'message', 'toolbar']);
    press('F6', { shiftKey: true });
    expect(region()).toBe('message');
  });

  it('reveal the value of a row with Enter', async () => {
    const { container } = openPanel(refused());
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    const row = screen.getByRole('row', { name: /^code_verifier/ });
    const hidden = () => row.querySelectorAll('.masked').length;
    const before = hidden();
    expect(before).toBeGreaterThan(0);
    row.focus();
    press('Enter');
    await waitFor(() => expect(hidden()).toBe(before - 1));
    press('Enter');
    await waitFor(() => expect(hidden()).toBe(before));
  });

  it('are in the help, each of them', () => {
    openPanel(refused());
    press('?');
    const help = screen.getByRole('dialog').textContent ?? '';
    for (const line of KEYMAP) expect(help).toContain(keysShown(line) + line.does);
  });
});

describe('the Tab key', () => {
  const stops = (region: Element | null) => [
    ...(region?.querySelectorAll<HTMLElement>('[data-row]:not([tabindex="-1"])') ?? []),
  ];

  it('stops once in each region, also in a list of many rows', async () => {
    const { container } = openPanel(many(40));
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    await waitFor(() => {
      const regions = [...container.querySelectorAll('[data-region]')];
      expect(regions.map((region) => stops(region).length)).toEqual([1, 1, 1]);
    });
    const eyes = [...container.querySelectorAll<HTMLElement>('tr .reveal')];
    expect(eyes.length).toBeGreaterThan(1);
    expect(eyes.filter(({ tabIndex }) => tabIndex === 0).length).toBeLessThan(2);
  });

  it('stops at the row that had the focus last', async () => {
    const { container } = openPanel(many(5));
    press('End');
    press('ArrowUp');
    const row = document.activeElement as HTMLElement;
    row.blur();
    await waitFor(() =>
      expect(stops(container.querySelector('[data-region="flows"]'))).toEqual([row]),
    );
  });
});
