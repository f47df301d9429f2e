import type { Finding } from '../../../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { confidence } from '../../../../src/words/certainty.ts';
import { ownerWord } from '../../../../src/words/owners.ts';
import { placeWord } from '../../../../src/words/places.ts';
import { useStore } from '../../model/context.ts';
import { findingText } from '../../view/finding-text.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { checkPage, PageLink } from '../common/page-link.tsx';
import { SpecLinks } from './spec-links.tsx';
import { Told } from './told-text.tsx';

interface Props {
  readonly finding: Finding;
  readonly analysed: AnalysedFlow;
}

/** What an open finding says: the evidence, the reason, the fix, and where to read more. */
export function FindingDetails({ finding, analysed }: Props) {
  const store = useStore();
  const rows: readonly (readonly [string, string | null])[] = [
    ['Where', placeWord(finding.at)],
    ['Observed', finding.observed],
    ['Expected', finding.expected],
    ['Why it matters', finding.why],
    ['Fix', finding.fix],
    ['Owner', ownerWord(finding.owner)],
    ['Confidence', confidence(finding)],
  ];
  return (
    <>
      <dl class="facts">
        {rows.map(([name, text]) =>
          text ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Told text={text} references={finding.references} analysed={analysed} />
              </dd>
            </div>
          ) : null,
        )}
        {finding.specs.length > 0 && (
          <div>
            <dt>Reference</dt>
            <dd>
              <SpecLinks specs={finding.specs} />
            </dd>
          </div>
        )}
      </dl>
      <p class="actions">
        <CopyButton text={() => findingText(finding, analysed)}>Copy finding</CopyButton>
        <button
          type="button"
          class="plain"
          title={`Do not show findings of ${finding.check} any more`}
          onClick={() => store.hideCheck(finding.check)}
        >
          Hide this check
        </button>
        {finding.owner !== 'this tool' && (
          <PageLink page={checkPage(finding.check)}>About {finding.check}</PageLink>
        )}
      </p>
    </>
  );
}
