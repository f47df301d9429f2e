import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { APP, spa } from '../traffic/clients.ts';
import { call, login } from '../traffic/sketch.ts';
import { axeProblems, openPanel } from './panel.tsx';

const API = 'http://localhost:4000/orders';
const server = 'http://localhost:5000';
const tokens = { refresh_token: 'rt-1', access_token: 'at-1', expires_in: 600 };
const headers = { authorization: 'Bearer at-1' };

async function openRun(api = API) {
  const sketch = { ...spa, tokens, token: `${server}/token`, authorize: `${server}/authorize` };
  const panel = openPanel([...login(sketch), call(30, APP, api, { headers })]);
  panel.store.settings.rehearse.value = true;
  fireEvent.click(await screen.findByRole('tab', { name: 'Rehearse' }));
  const run = await screen.findByTestId('run-of-all');
  fireEvent.click(within(run).getByText('Run several, one after the other'));
  return { ...panel, run };
}

/** Chooses these faults and no other, and starts. */
function start(run: HTMLElement, ...titles: readonly string[]): void {
  fireEvent.click(within(run).getByRole('button', { name: 'Choose none' }));
  for (const title of titles) fireEvent.click(within(run).getByLabelText(title));
  fireEvent.click(within(run).getByRole('button', { name: /^Start the run/ }));
}

const button = (name: string) => screen.getByRole('button', { name });

describe('a run of faults', () => {
  it('has a box for each fault that is offered, and needs one', async () => {
    const { container, run } = await openRun();
    const boxes = within(run).getAllByRole('checkbox');
    // Faults that need access to sites have a switch that asks for it, and no box.
    const switches = container.querySelectorAll('.fault button[role="switch"]:not([disabled])');
    expect(boxes.length).toBeGreaterThan(10);
    expect(boxes.length).toBeLessThanOrEqual(switches.length);
    fireEvent.click(within(run).getByRole('button', { name: 'Choose none' }));
    expect(within(run).getByRole('button', { name: /0 faults/ })).toHaveProperty('disabled', true);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('switches one on after the other, and ends in a table', async () => {
    const { container, recorder, run, store } = await openRun();
    start(run, 'The API refuses the token', 'The refresh token is refused');
    expect(recorder.rehearsal.armed.map(({ fault }) => fault)).toEqual(['refresh-refused']);
    const progress = screen.getByTestId('run-progress');
    expect(progress.textContent).toContain('1 of 2: The refresh token is refused');
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(button('Skip'));
    expect(recorder.rehearsal.armed.map(({ fault }) => fault)).toEqual([
      'refresh-refused',
      'api-refuses-token',
    ]);
    const at = Date.now() - 60_000;
    const hit = { at, method: 'GET', url: API, name: 'authorization', before: 'at-1', after: null };
    const again = call(0, APP, API, { headers });
    recorder.record([{ ...again, startedAt: at + 900 }]);
    store.live.flush();
    await waitFor(() => expect(screen.getByTestId('run-progress').textContent).toContain('2 of 2'));
    recorder.rehearsal.tell({ hits: [hit], ended: 'used' });
    await waitFor(() => expect(screen.queryByTestId('run-progress')).toBeNull());
    const rows = within(screen.getByTestId('run-table')).getAllByRole('row').slice(1);
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('did not meet it'),
      expect.stringContaining('repeated the call once, and that worked.good'),
    ]);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('follows an application that met the fault, and goes on when asked', async () => {
    const { recorder, run } = await openRun();
    start(run, 'The API refuses the token');
    const change = { name: 'authorization', before: 'at-1', after: 'rehearsed' };
    recorder.rehearsal.tell({ hits: [{ at: Date.now(), method: 'GET', url: API, ...change }] });
    await screen.findByText(/is followed for \d+ s more/);
    fireEvent.click(button('Next now'));
    expect(screen.getByTestId('run-table').textContent).toContain('not good');
  });

  it('can be stopped, and keeps what was found', async () => {
    const { recorder, run } = await openRun();
    start(run, 'The API refuses the token', 'The refresh token is refused');
    fireEvent.click(button('Stop the run'));
    expect(recorder.rehearsal.armed).toHaveLength(1);
    expect(screen.queryByTestId('rehearsal-bar')).toBeNull();
    expect(within(screen.getByTestId('run-table')).getAllByRole('row')).toHaveLength(2);
  });

  it('asks once where others run a server', async () => {
    const { recorder, run } = await openRun('https://api.example.com/orders');
    start(run, 'The API refuses the token');
    expect(recorder.rehearsal.armed).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('api.example.com');
    fireEvent.click(button('Start all the same'));
    expect(recorder.rehearsal.armed).toHaveLength(1);
  });

  it('can be used with the keyboard alone', async () => {
    const { run } = await openRun();
    for (const one of run.querySelectorAll<HTMLElement>('summary, input, button')) {
      one.focus();
      expect(document.activeElement).toBe(one);
    }
  });
});
