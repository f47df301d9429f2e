import type { Unclear } from '../../../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { count } from '../../../../src/words/numbers.ts';
import { safeText } from '../../view/finding-text.ts';
import { checkPage, PageLink } from '../common/page-link.tsx';

/** The checks that could not run, with the missing evidence. Nobody misses it in a clean flow. */
export function UnclearList({
  unclear,
  analysed,
}: {
  readonly unclear: readonly Unclear[];
  readonly analysed: AnalysedFlow;
}) {
  if (unclear.length === 0 || analysed.verdict.sign === 'good') return null;
  return (
    <details class="unclear">
      <summary data-row>
        <span class="sign quiet" aria-hidden="true">
          ◌
        </span>{' '}
        {count(unclear.length, 'check')} could not run
      </summary>
      <ul>
        {unclear.map(({ check, reason }) => (
          <li key={`${check} ${reason}`}>
            {safeText(reason, analysed.flow.messages)}{' '}
            <PageLink page={checkPage(check)}>
              <span class="mono">{check}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
