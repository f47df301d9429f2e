import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { APP, AS, spa } from '../traffic/clients.ts';
import { call, form, login, valuesOf } from '../traffic/sketch.ts';
import { axeProblems, openPanel } from './panel.tsx';

const tokens = { refresh_token: 'rt-1', access_token: 'at-1', expires_in: 600 };

/** A login with a refresh and a call of an API, on a private host or on a public one. */
function recorded(api = 'http://localhost:4000/orders', server = AS) {
  const sketch = { ...spa, tokens, token: `${server}/token`, authorize: `${server}/authorize` };
  const headers = { authorization: 'Bearer at-1' };
  const body = form({
    grant_type: 'refresh_token',
    refresh_token: 'rt-1',
    client_id: valuesOf(spa).client,
  });
  return [
    ...login(sketch),
    call(30, APP, api, { headers }),
    call(60, APP, `${server}/token`, {
      method: 'POST',
      body,
      answerBody: { ...tokens, token_type: 'Bearer' },
    }),
  ];
}

async function openView(
  exchanges = recorded('http://localhost:4000/orders', 'http://localhost:5000'),
) {
  const panel = openPanel(exchanges);
  panel.store.settings.rehearse.value = true;
  fireEvent.click(await screen.findByRole('tab', { name: 'Rehearse' }));
  await screen.findByRole('region', { name: 'Rehearse' });
  return panel;
}

const switchOf = (name: string) => screen.getByRole('switch', { name });

describe('the view that switches faults on', () => {
  it('is not there until the user asks for it', async () => {
    const { store } = openPanel(recorded());
    expect(screen.queryByRole('tab', { name: 'Rehearse' })).toBeNull();
    fireEvent.click(screen.getByTestId('settings'));
    fireEvent.click(await screen.findByTestId('rehearse-setting'));
    expect(store.settings.rehearse.value).toBe(true);
    expect(screen.getByRole('tab', { name: 'Rehearse' })).toBeTruthy();
  });

  it('offers what the login has, and says why it does not offer the rest', async () => {
    const { container } = await openView();
    expect(switchOf('The refresh token is refused').getAttribute('aria-checked')).toBe('false');
    expect(screen.queryByRole('switch', { name: 'The popup is blocked' })).toBeNull();
    expect(container.querySelector('[data-fault="popup-blocked"]')?.textContent).toContain(
      'The recording shows no popup of this login.',
    );
    expect(await axeProblems(container)).toEqual([]);
  });

  it('switches one fault on, with a bar above every view, and stops it', async () => {
    const { container, recorder } = await openView();
    fireEvent.click(switchOf('The refresh token is refused'));
    expect(recorder.rehearsal.armed).toMatchObject([
      { fault: 'refresh-refused', calls: { url: 'http://localhost:5000/token' } },
    ]);
    expect(switchOf('The refresh token is refused').getAttribute('aria-checked')).toBe('true');
    fireEvent.click(screen.getByRole('tab', { name: 'Sequence' }));
    const bar = screen.getByTestId('rehearsal-bar');
    expect(bar.textContent).toContain('Rehearsing: The refresh token is refused');
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(within(bar).getByRole('button', { name: 'Stop' }));
    expect(screen.queryByTestId('rehearsal-bar')).toBeNull();
  });

  it('asks once more where others run the server', async () => {
    const { recorder } = await openView(recorded('https://api.example.com/orders'));
    fireEvent.click(switchOf('The API refuses the token'));
    expect(recorder.rehearsal.armed).toEqual([]);
    expect(screen.getByRole('alert').textContent).toContain('api.example.com is neither');
    fireEvent.click(screen.getByRole('button', { name: 'Switch on all the same' }));
    expect(recorder.rehearsal.armed).toMatchObject([{ fault: 'api-refuses-token' }]);
  });

  it('has faults that need access, asks for exactly the sites of the login, and gives them back', async () => {
    const { container, recorder } = await openView();
    const nothing = { permissions: [], origins: [] };
    recorder.rehearsal.grant(nothing);
    const note = await screen.findByTestId('site-access');
    expect(note.textContent).toContain('app.example.com, localhost:5000 and localhost:4000');
    expect(switchOf('The code was altered').hasAttribute('disabled')).toBe(true);
    fireEvent.click(within(note).getByRole('button', { name: 'Allow…' }));
    const sites = [APP, 'http://localhost:5000', 'http://localhost:4000'];
    expect(recorder.rehearsal.asked).toEqual([sites]);
    const given = { permissions: [], origins: sites.map((site) => `${site}/*`) };
    recorder.rehearsal.grant(given, given);
    await waitFor(() =>
      expect(switchOf('The code was altered').hasAttribute('disabled')).toBe(false),
    );
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(switchOf('The preflight is refused'));
    expect(recorder.rehearsal.armed).toMatchObject([{ fault: 'preflight-refused', sites }]);
    fireEvent.click(within(note).getByRole('button', { name: 'Give back' }));
    expect(recorder.rehearsal.asked.at(-1)).toBe('back');
  });

  it('says what the application did, beside what a good one does', async () => {
    const { recorder } = await openView();
    fireEvent.click(switchOf('The API refuses the token'));
    const at = Date.now() - 60_000;
    const url = 'http://localhost:4000/orders';
    recorder.rehearsal.tell({
      hits: [{ at, method: 'GET', url, name: 'authorization', before: 'at-1', after: 'rehearsed' }],
      ended: 'used',
    });
    const told = await screen.findByTestId('app-did');
    expect(told.textContent).toContain('It sent no further request of this login.');
    expect(told.dataset.tone).toBe('bad');
    const again = call(0, APP, url, { headers: { authorization: 'Bearer at-1' } });
    recorder.record([{ ...again, startedAt: at + 900 }]);
    await waitFor(() => expect(screen.getByTestId('app-did').dataset.tone).toBe('good'));
    expect(screen.getByTestId('app-did').textContent).toContain('repeated the call once');
  });

  it('says that the application did not meet the fault', async () => {
    const { recorder } = await openView();
    fireEvent.click(switchOf('The refresh token is refused'));
    recorder.rehearsal.tell({ ended: 'time' });
    expect((await screen.findByTestId('app-did')).textContent).toContain('did not meet it');
  });

  it('has the mark of what met a fault at its message', async () => {
    const [...all] = recorded();
    const rehearsed = {
      fault: 'refresh-refused',
      title: 'The refresh token is refused',
      armedAt: 0,
      hitAt: 0,
      name: 'refresh_token',
      before: 'rt-1',
      after: 'rehearsed',
    };
    const last = all.pop();
    if (!last) throw new Error('there is no exchange');
    const refused = last.response && {
      ...last.response,
      status: 400,
      body: { text: '{"error":"invalid_grant"}' },
    };
    const { container } = openPanel([...all, { ...last, response: refused, rehearsed }]);
    expect(await screen.findByText('rehearsed by you')).toBeTruthy();
    const row = screen.getByTestId('flow');
    expect(row.textContent).toContain('You switched this on: The refresh token is refused');
    expect(screen.getByTestId('counts').textContent).toBe('1 rehearsed · 1 flow');
    expect(container.querySelector('[data-testid="finding"].error')).toBeNull();
  });
});
