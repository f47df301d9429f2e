import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { login, OTHER_VERIFIER } from '../panels/recording.ts';

/** A login for each name. The first one fails. */
const logins = (...names: readonly string[]): readonly Exchange[] =>
  names.flatMap((name, index) =>
    login({
      prefix: name,
      at: index * 60_000,
      state: `state-of-${name}`,
      code: `code-of-${name}`,
      ...(index === 0 && { refused: true, verifier: OTHER_VERIFIER }),
    }),
  );

const told = (analysis: ReturnType<typeof createAnalysis>) =>
  analysis.snapshot().flows.map(({ flow, verdict }) => [flow.id, verdict.text]);

function analysed(exchanges: readonly Exchange[]) {
  const analysis = createAnalysis();
  for (const one of exchanges) analysis.add(one);
  return analysis;
}

describe('an analysis whose recorder removes old exchanges', () => {
  it('shows what it would show if they had never been recorded', () => {
    const all = logins('a', 'b', 'c');
    for (const gone of ['a', 'b', 'c']) {
      const analysis = analysed(all);
      analysis.snapshot();
      const isGone = ({ id }: Exchange): boolean => id.startsWith(gone);
      for (const { id } of all.filter(isGone)) analysis.remove(id);
      expect(told(analysis)).toEqual(told(analysed(all.filter((one) => !isGone(one)))));
    }
  });

  it('holds nothing of them', () => {
    const all = logins('a', 'b');
    const analysis = analysed(all);
    for (const { id } of all) analysis.remove(id);
    expect(analysis.snapshot().flows).toEqual([]);
    expect(analysis.recording([]).exchanges).toEqual([]);
  });

  it('ignores what it does not hold', () => {
    const analysis = analysed(logins('a'));
    const before = told(analysis);
    analysis.remove('unknown');
    expect(told(analysis)).toEqual(before);
  });
});
