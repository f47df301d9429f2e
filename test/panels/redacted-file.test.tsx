import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { writeHar } from '../../src/har/write-har.ts';
import type { RedactionNote } from '../../src/http/recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { formats } from '../../src/report/all-formats.ts';
import { prepareReport, writeReport } from '../../src/report/share.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { CODE, login, OTHER_VERIFIER, STATE } from './recording.ts';

const NOTE: RedactionNote = {
  version: 1,
  placeholders: [
    {
      name: '‹code-1›',
      label: 'code',
      class: 'one-time',
      standIn: CODE,
      length: 27,
      times: 2,
    },
    {
      name: '‹state-1›',
      label: 'state',
      class: 'one-time',
      standIn: STATE,
      length: 20,
      times: 2,
    },
    {
      name: '‹code-verifier-1›',
      label: 'code-verifier',
      class: 'one-time',
      standIn: OTHER_VERIFIER,
      length: 43,
      times: 1,
    },
  ],
  signatures: {},
  hides: ['Keys cannot be tried on tokens any more.'],
};

async function openRedacted() {
  const panel = openPanel();
  const recording = {
    exchanges: login({ refused: true, verifier: OTHER_VERIFIER }),
    navigations: [],
    gaps: [],
    sources: [{ file: 'DevTools', recorder: 'Grantscope', exchanges: 3 }],
    redaction: NOTE,
  };
  await panel.store.import([new File([writeHar(recording, { version: '1.2.3' })], 'shared.har')]);
  await screen.findByTestId('redacted-bar');
  return panel;
}

async function openTokenRequest() {
  const panel = await openRedacted();
  const step = panel.container.querySelector('[data-step^="token-request"]');
  fireEvent.click(step as HTMLElement);
  await screen.findByTestId('detail');
  return panel;
}

describe('a report that was shared', () => {
  it.each(['har', 'json', 'html'])('as %s is shown again', async (name) => {
    const exchanges = login({ refused: true, verifier: OTHER_VERIFIER });
    const sources = [{ file: 'DevTools', recorder: 'Grantscope', exchanges: 3 }];
    const recording = { exchanges, navigations: [], gaps: [], sources };
    const prepared = await prepareReport(recording, DEFAULT_REDACTION);
    const format = formats.get(name);
    const report = format && writeReport(prepared, format, {});
    const { store } = openPanel();
    await store.import([new File([report?.ok ? report.text : ''], `shared.${name}`)]);
    expect((await screen.findByTestId('redacted-bar')).textContent).toContain('is redacted');
    expect(screen.getByTestId('verdict').dataset.cause).toBe(
      prepared.snapshot.flows[0]?.verdict.cause?.check,
    );
  });
});

describe('a redacted file', () => {
  it('says that it is redacted, what that hides, and lists its placeholders', async () => {
    const { container } = await openRedacted();
    const bar = screen.getByTestId('redacted-bar');
    expect(bar.textContent).toContain('This recording is redacted: 3 values were replaced');
    expect(bar.textContent).toContain('Keys cannot be tried on tokens any more.');
    expect(bar.textContent).toContain('3 placeholders');
    expect(bar.textContent).toContain('‹code-1› code · 2 times · 27 characters');
    expect(await axeProblems(container)).toEqual([]);
  });

  it('has the verdict of its recording', async () => {
    await openRedacted();
    expect(screen.getByTestId('verdict').dataset.cause).toMatch(/^pkce-verifier/);
  });

  it('shows the names of what was replaced, and nothing to reveal', async () => {
    await openTokenRequest();
    const detail = screen.getByTestId('detail');
    await waitFor(() => expect(detail.textContent).toContain('‹code-1›'));
    const value = within(detail).getByText('‹code-1›');
    expect(value.getAttribute('title')).toBe(
      'This value was replaced before the file was written.',
    );
    expect(within(detail).queryByRole('button', { name: 'Reveal code' })).toBeNull();
    fireEvent.click(within(detail).getByRole('tab', { name: 'Raw' }));
    await waitFor(() => expect(detail.textContent).toContain('code=‹code-1›'));
    expect(detail.textContent).not.toContain(CODE);
  });

  it('gives commands whose values are placeholders, and says so', async () => {
    await openTokenRequest();
    fireEvent.click(screen.getByTitle('More ways to copy and share'));
    screen.getByRole('menuitem', { name: 'Copy as · values are placeholders' });
    expect(screen.queryByText(/with values/)).toBeNull();
  });

  it('leaves no name behind when the live recording is shown again', async () => {
    const { store } = await openRedacted();
    store.closeFile();
    await waitFor(() => expect(screen.queryByTestId('redacted-bar')).toBeNull());
    store.live.add(login());
    store.live.flush();
    const step = () => document.querySelector('[data-step^="token-request"]');
    await waitFor(() => expect(step()).not.toBeNull());
    fireEvent.click(step() as HTMLElement);
    await screen.findByTestId('detail');
    screen.getByRole('button', { name: 'Reveal code' });
  });
});
