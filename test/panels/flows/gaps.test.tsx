import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/http/exchange.ts';
import { clean } from '../logins.ts';
import { axeProblems, openPanel } from '../panel.tsx';

/** A login whose code goes to a server. */
const serverSide = (prefix: string, at: number) => clean(prefix, at).slice(0, 2);

/** A login whose tokens the browser withholds from the page. */
const withheld = (prefix: string, at: number): readonly Exchange[] =>
  clean(prefix, at)
    .slice(0, 3)
    .map((one) =>
      one.request.method === 'POST' && one.response
        ? {
            ...one,
            delivered: false,
            response: { ...one.response, headers: [], body: { unknown: 'withheld' as const } },
          }
        : one,
    );

describe('the gaps', () => {
  it('are one closed line, and one entry for each reason, linked to its flows', async () => {
    const { container, store } = openPanel([...serverSide('a', 0), ...serverSide('b', 60_000)]);
    const gaps = screen.getByTestId('gaps') as HTMLDetailsElement;
    expect(gaps.open).toBe(false);
    expect(gaps.querySelector('summary')?.textContent).toBe('2 gaps in the recording');
    const gap = await within(gaps).findByTestId('gap');
    expect(gap.textContent).toContain('Request of a server ×2');
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(within(gap).getByRole('button', { name: /^client-a/ }));
    expect(store.current.value?.flow.id).toBe('a1');
  });

  it('of a server or of a withheld response name a proxy, and offer nothing', async () => {
    const { recorder } = openPanel([...serverSide('a', 0), ...withheld('b', 60_000)]);
    act(() => recorder.background('off'));
    const [first, second] = await screen.findAllByTestId('gap');
    for (const gap of [first, second]) expect(gap?.textContent).toContain('A proxy');
    expect(second?.dataset.kind).toBe('lost-body');
    expect(screen.queryByTestId('offer')).toBeNull();
  });

  it('of several kinds are offered the recorder once', async () => {
    const { recorder } = openPanel(clean('a', 0));
    act(() => {
      recorder.background('off');
      recorder.gap({ kind: 'popup', text: 'It went on in a popup.', at: 1 });
      recorder.gap({ kind: 'service-worker', text: 'A worker answered.', at: 2 });
    });
    await waitFor(() => expect(screen.getAllByTestId('gap')).toHaveLength(2));
    const offers = screen.getAllByTestId('offer');
    expect(offers).toHaveLength(1);
    expect(offers[0]?.parentElement?.textContent).toContain(
      'login in another window and request of a service worker',
    );
  });
});
