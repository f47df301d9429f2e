import { useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { HINTS_TITLE, hintsOf } from '../../../../src/conclusion/hints.ts';
import { clientLibrary, libraryText } from '../../../../src/flow/facts/client-library.ts';
import { confidence } from '../../../../src/words/certainty.ts';
import { ownerWord } from '../../../../src/words/owners.ts';
import { useStore } from '../../model/context.ts';
import { safeText, verdictText } from '../../view/finding-text.ts';
import { visible } from '../../view/visible.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { FlowSign } from '../common/icons.tsx';
import { checkPage, PageLink } from '../common/page-link.tsx';
import { CompareButton } from '../compare/compare-button.tsx';
import { SpecLinks } from './finding-row.tsx';

/** The verdict: what happened, who can fix it, and how. */
export function Verdict({ analysed }: { readonly analysed: AnalysedFlow }) {
  const store = useStore();
  const [open, setOpen] = useState(false);
  const { flow, verdict } = analysed;
  const { cause } = verdict;
  const library = clientLibrary(flow);
  return (
    <section class={`verdict ${verdict.sign} ${cause ? '' : 'plain-one'}`} aria-label="Verdict">
      <p class="sentence" data-testid="verdict" data-cause={cause?.check ?? ''}>
        <FlowSign sign={verdict.sign} />
        {safeText(verdict.text, flow.messages)}
      </p>
      <div class="meta">
        {cause && (
          <span class="grow">
            <span class="quiet">Owner:</span> {ownerWord(cause.owner)} ·{' '}
            <span class="quiet">Confidence:</span> {confidence(cause)}
            {cause.specs.length > 0 && ' · '}
            <SpecLinks specs={cause.specs} />
          </span>
        )}
        <span class="buttons">
          {cause && (
            <button type="button" class="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
              Fix {open ? '▾' : '▸'}
            </button>
          )}
          <CompareButton analysed={analysed} />
          <CopyButton text={() => verdictText(analysed)}>Copy verdict</CopyButton>
          <button
            type="button"
            class="plain"
            title="Copy redacted report of this flow (Markdown). A preview shows it first."
            data-testid="copy-report"
            onClick={() => store.share({ what: 'flow', format: 'markdown' })}
          >
            Copy report…
          </button>
        </span>
      </div>
      {cause && open && (
        <div class="fix">
          <p>
            <strong>Fix:</strong> {safeText(cause.fix, flow.messages)}
          </p>
          <p class="quiet">
            {safeText(cause.why, flow.messages)}{' '}
            {cause.owner !== 'this tool' && (
              <PageLink page={checkPage(cause.check)}>More about this</PageLink>
            )}
          </p>
        </div>
      )}
      {library && (
        <p class="quiet" data-testid="client-library">
          Client library: {visible(libraryText(library))}
        </p>
      )}
      <Hints analysed={analysed} />
    </section>
  );
}

/** Behind the verdict and closed: advice for a failure that the recording does not explain. */
function Hints({ analysed }: { readonly analysed: AnalysedFlow }) {
  const hints = hintsOf(analysed);
  if (hints.length === 0) return null;
  return (
    <details class="hints">
      <summary class="quiet">{HINTS_TITLE}</summary>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{safeText(hint, analysed.flow.messages)}</li>
        ))}
      </ul>
    </details>
  );
}
