import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { clean, refused } from '../logins.ts';
import { axeProblems, openPanel } from '../panel.tsx';
import { login } from '../recording.ts';

const press = (key: string) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, bubbles: true });
const rows = () => screen.getAllByTestId('flow');
const ids = () => rows().map(({ dataset }) => dataset.flowId);
const selected = () =>
  rows()
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map(({ dataset }) => dataset.flowId);
const retry = (prefix: string, at: number) =>
  refused({ prefix, at, state: `st-${prefix}-12345`, code: `co-${prefix}-12345` });
const worked = (prefix: string, at: number) =>
  login({ prefix, at, state: `st-${prefix}-12345`, code: `co-${prefix}-12345` });
const four = () => ['a', 'b', 'c', 'd'].flatMap((name, index) => clean(name, index * 60_000));

describe('the list of flows', () => {
  it('is a tree with one tab stop, whose selection follows the keys', async () => {
    const { container, store } = openPanel(four());
    const stops = () => rows().map((row) => row.tabIndex);
    expect(stops()).toEqual([-1, -1, -1, 0]);
    press('ArrowDown');
    expect(document.activeElement).toBe(rows()[3]);
    const walked = ['ArrowUp', 'ArrowUp', 'Home', 'End', 'PageUp', 'PageDown'].map((key) => {
      press(key);
      expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
      return selected()[0];
    });
    expect(walked).toEqual(['c1', 'b1', 'a1', 'd1', 'a1', 'd1']);
    expect(stops()).toEqual([-1, -1, -1, 0]);
    expect(store.level.value).toBe('flows');
    press('Enter');
    expect(store.level.value).toBe('flow');
    expect(await axeProblems(container)).toEqual([]);
  });

  it('names client, server, ending and cause of a flow for screen readers', () => {
    openPanel([...clean('a', 0), ...retry('x', 60_000)]);
    const named = rows().map((row) => row.textContent);
    expect(named[0]).toMatch(/succeeded: client-a→as\.example\.com.*The login worked/s);
    expect(named[1]).toMatch(/failed: s6BhdRkqt3→as\.example\.com.*code_verifier/s);
    expect(
      within(screen.getByRole('tree', { name: 'Flows' })).getAllByRole('treeitem'),
    ).toHaveLength(2);
  });

  it('does not repeat the sentence of the verdict', () => {
    openPanel(retry('x', 0));
    const verdict = screen.getByTestId('verdict').textContent?.replace(/^\W+/, '') ?? '';
    expect(verdict.length).toBeGreaterThan(60);
    expect(rows()[0]?.textContent).not.toContain(verdict);
  });

  it('has the order that the user chose, and remembers it', async () => {
    const { container, store } = openPanel([
      ...clean('b', 0),
      ...retry('x', 60_000),
      ...clean('a', 120_000),
    ]);
    expect(ids()).toEqual(['b1', 'x1', 'a1']);
    const order = async (name: string) => {
      fireEvent.click(screen.getByRole('button', { name: /^Order of the list/ }));
      fireEvent.click(await screen.findByRole('menuitem', { name: new RegExp(name) }));
    };
    await order('Newest first');
    expect(ids()).toEqual(['a1', 'x1', 'b1']);
    await order('By state');
    expect(ids()).toEqual(['x1', 'a1', 'b1']);
    expect(store.settings.flowSort.value).toBe('state');
    expect(localStorage.getItem('grantscope.flowSort')).toBe('"state"');
    fireEvent.click(screen.getByRole('button', { name: /^Order of the list/ }));
    expect(await axeProblems(container)).toEqual([]);
  });
});

describe('attempts that failed alike', () => {
  it('are one row that unfolds', async () => {
    const { container } = openPanel([
      ...retry('x', 0),
      ...clean('a', 30_000),
      ...retry('y', 60_000),
      ...retry('z', 120_000),
    ]);
    expect(ids()).toEqual(['a1', 'z1']);
    expect(rows()[1]?.textContent).toContain('×3');
    expect(screen.getByTestId('counts').textContent).toBe('3 failed · 4 flows');
    expect(rows()[1]?.getAttribute('aria-expanded')).toBe('false');
    press('ArrowDown');
    press('ArrowRight');
    expect(ids()).toEqual(['a1', 'z1', 'x1', 'y1']);
    expect(rows()[1]?.getAttribute('aria-expanded')).toBe('true');
    expect(rows().filter(({ dataset }) => dataset.sign === 'bad')).toHaveLength(3);
    expect(await axeProblems(container)).toEqual([]);
    press('ArrowDown');
    expect(selected()).toEqual(['x1']);
    press('ArrowLeft');
    expect(selected()).toEqual(['z1']);
    press('ArrowLeft');
    expect(ids()).toEqual(['a1', 'z1']);
    fireEvent.click(screen.getByTestId('twisty'));
    expect(ids()).toEqual(['a1', 'z1', 'x1', 'y1']);
  });

  it('are quiet when a later attempt worked', () => {
    openPanel([...retry('x', 0), ...retry('y', 60_000), ...worked('z', 120_000)]);
    expect(screen.getByTestId('counts').textContent).toBe('2 recovered · 3 flows');
    expect(selected()).toEqual(['z1']);
    expect(rows()[0]?.textContent).toContain('failed, worked later');
    expect(rows()[0]?.querySelector('.sign')?.className).toContain('quiet');
  });
});

describe('what is being read', () => {
  it('stays when a failure arrives', async () => {
    const { recorder, container } = openPanel(four());
    const main = container.querySelector('main') as HTMLElement;
    fireEvent.wheel(main);
    act(() => recorder.record(retry('x', 300_000)));
    await waitFor(() => expect(rows()).toHaveLength(5));
    expect(selected()).toEqual(['d1']);
  });

  it('is the newest failure until the user reads something', async () => {
    const { recorder } = openPanel(four());
    act(() => recorder.record(retry('x', 300_000)));
    await waitFor(() => expect(selected()).toEqual(['x1']));
  });
});

describe('a long list', () => {
  let exchanges: ReturnType<typeof clean>;
  beforeAll(() => {
    exchanges = Array.from({ length: 120 }, (_, index) =>
      clean(`n${index}`, index * 60_000),
    ).flat();
  });

  it('draws a part of its rows, and reaches all with the keys', () => {
    openPanel(exchanges);
    expect(rows().length).toBeLessThan(60);
    press('ArrowDown');
    press('Home');
    expect(selected()).toEqual(['n01']);
    expect(document.activeElement?.getAttribute('data-flow-id')).toBe('n01');
    press('End');
    expect(selected()).toEqual(['n1191']);
  });
});
