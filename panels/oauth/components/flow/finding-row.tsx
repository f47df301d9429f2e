import { useId, useState } from 'preact/hooks';
import type { Finding, SpecLink } from '../../../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { FindingNode } from '../../../../src/conclusion/finding-tree.ts';
import { confidence } from '../../../../src/words/certainty.ts';
import { ownerWord } from '../../../../src/words/owners.ts';
import { placeWord } from '../../../../src/words/places.ts';
import { useStore } from '../../model/context.ts';
import { findingText, safeText } from '../../view/finding-text.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { SeveritySign } from '../common/icons.tsx';
import { checkPage, PageLink } from '../common/page-link.tsx';

/** The sections of the specification. Links come from the checks, never from the recording. */
export function SpecLinks({ specs }: { readonly specs: readonly SpecLink[] }) {
  const safe = specs.filter(({ url }) => url.startsWith('https://'));
  return (
    <>
      {safe.map(({ label, url }, index) => (
        <span key={url}>
          {index > 0 && ', '}
          <a href={url} target="_blank" rel="noopener noreferrer">
            {label}
          </a>
        </span>
      ))}
    </>
  );
}

interface Props {
  readonly node: FindingNode;
  readonly analysed: AnalysedFlow;
  /** Index of the step at which it is shown. */
  readonly step: number | null;
}

function Details({ finding, analysed }: { finding: Finding; analysed: AnalysedFlow }) {
  const store = useStore();
  const safe = (text: string) => safeText(text, analysed.flow.messages);
  const place = placeWord(finding.at);
  const rows: readonly (readonly [string, string | null])[] = [
    ['Where', place],
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
              <dd>{safe(text)}</dd>
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

/** One finding, collapsed to what was observed. Its consequences are below it. */
export function FindingItem({ node, analysed, step }: Props) {
  const store = useStore();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { finding, followers } = node;
  const isHidden = store.settings.hiddenChecks.value.includes(finding.check);
  const isFollower = finding.causedBy !== null;
  const elsewhere = finding.message !== null && finding.message !== step ? finding.message : null;
  const tree = followers.length > 0 && (
    <ul class="followers" aria-label="Consequences">
      {followers.map((follower, index) => (
        <FindingItem
          key={`${follower.finding.check} ${index}`}
          node={follower}
          analysed={analysed}
          step={step}
        />
      ))}
    </ul>
  );
  if (isHidden) return tree ? <li class="hidden-check">{tree}</li> : null;
  return (
    <li
      class={`finding ${finding.severity}`}
      data-testid="finding"
      data-check={finding.check}
      data-severity={finding.severity}
    >
      <button
        type="button"
        class="finding-row"
        data-row
        data-finding={finding.check}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <SeveritySign severity={finding.severity} />
        <span class="finding-words">
          <span class="title">
            {isFollower && <span class="quiet">Consequence: </span>}
            {elsewhere !== null && <span class="quiet">step {elsewhere + 1}: </span>}
            {safeText(finding.title, analysed.flow.messages)}
          </span>
          {!open && !isFollower && finding.observed !== '' && (
            <span class="observed">{safeText(finding.observed, analysed.flow.messages)}</span>
          )}
        </span>
      </button>
      <div id={id} class="finding-details" hidden={!open}>
        {open && <Details finding={finding} analysed={analysed} />}
      </div>
      {tree}
    </li>
  );
}
