import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { axeProblems, openPanel } from './panel.tsx';
import { exchange, login } from './recording.ts';

/** A login with a page of the server, and parts of the durations. */
const timed = () => {
  const [first, ...rest] = login();
  if (!first) throw new Error('A login has a request.');
  const page = exchange({
    id: 'p1',
    at: 200,
    url: 'https://as.example.com/login',
    answer: { 'Content-Type': 'text/html' },
    text: '<form><input type=password></form>',
  });
  const toPage = first.response && {
    ...first,
    response: { ...first.response, headers: [{ name: 'Location', value: '/login' }] },
  };
  const timings = { blocked: 1, dns: 0, connect: 0, ssl: 0, send: 1, wait: 35, receive: 5 };
  return [toPage ?? first, page, ...rest].map((one) => ({ ...one, timings }));
};

async function openTimeline(exchanges = timed()) {
  const panel = openPanel(exchanges);
  fireEvent.click(screen.getByRole('tab', { name: 'Timeline' }));
  return { ...panel, sentence: await screen.findByTestId('time-sentence') };
}

describe('the timeline', () => {
  it('says where the time went, and has a bar for each step', async () => {
    const { container, sentence } = await openTimeline();
    expect(sentence.textContent).toMatch(
      /^10\.0 s: 9\.2 s user at the login page, \d+ ms waiting for the application, /,
    );
    const legend = screen.getByRole('list', { name: 'Time by who it was spent on' });
    expect(within(legend).getAllByRole('listitem')[0]?.dataset.class).toBe('user');
    const rows = screen.getAllByTestId('timeline-row');
    expect(rows).toHaveLength(5);
    expect(rows[0]?.textContent).toContain('35 ms authorization server');
    expect(rows[0]?.querySelectorAll('.segment').length).toBeGreaterThan(3);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('writes the length of long times that it shortens', async () => {
    const { container } = await openTimeline();
    const breaks = [...container.querySelectorAll('.timeline-break')];
    expect(breaks.map(({ textContent }) => textContent)).toEqual(['9.2 s']);
  });

  it('opens a step by keyboard', async () => {
    const { store } = await openTimeline();
    const rows = screen.getAllByTestId('timeline-row');
    rows[0]?.focus();
    fireEvent.keyDown(rows[0] as HTMLElement, { key: 'ArrowDown' });
    fireEvent.click(document.activeElement as HTMLElement);
    await waitFor(() => expect(store.step.value?.index).toBe(1));
    expect(document.activeElement?.getAttribute('aria-current')).toBe('true');
  });

  it('says that durations are unknown', async () => {
    const { sentence } = await openTimeline(timed().map((one) => ({ ...one, duration: null })));
    expect(sentence.textContent).toMatch(/^10\.3 s: 10\.3 s unknown/);
    expect(screen.getAllByTestId('timeline-row')[0]?.textContent).toContain('not recorded');
  });

  it('has the times in the chosen form', async () => {
    const { container } = await openTimeline();
    fireEvent.click(screen.getByTestId('time-switch'));
    fireEvent.click(screen.getByTestId('time-switch'));
    await waitFor(() =>
      expect(container.querySelector('.timeline-row time')?.textContent).toBe('14:02:11.000Z'),
    );
  });
});
