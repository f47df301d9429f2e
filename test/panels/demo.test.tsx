import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { demoRecording } from '../../panels/oauth/demo/demo-recording.ts';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import { causeIdOf } from '../helpers/analyse.ts';
import { axeProblems, openPanel } from './panel.tsx';

describe('the demo', () => {
  it('has one login without a warning, and two that failed', () => {
    const analysis = createAnalysis();
    for (const exchange of demoRecording(Date.UTC(2026, 0, 5, 14))) analysis.add(exchange);
    const { flows, outside, gaps } = analysis.snapshot();
    expect(flows.map(({ outcome, verdict }) => [outcome, causeIdOf({ verdict })])).toEqual([
      ['succeeded', null],
      ['failed', 'pkce-verifier-mismatch'],
      ['failed', 'error-page-redirect-mismatch'],
    ]);
    expect(flows[0]?.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect([outside, gaps]).toEqual([[], []]);
  });

  it('is offered when nothing is recorded, says what it is, and can be left', async () => {
    const { container, store } = openPanel();
    fireEvent.click(screen.getByTestId('demo'));
    const bar = await screen.findByTestId('file-bar');
    expect(bar.textContent).toContain('invented logins');
    expect(screen.getAllByTestId('flow')).toHaveLength(3);
    expect(screen.getByTestId('verdict').textContent).toContain('redirect');
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Leave the demo' }));
    await waitFor(() => expect(screen.getByTestId('empty')).toBeTruthy());
    expect([store.file.value, store.live.snapshot.value.exchanges]).toEqual([null, 0]);
  });
});
