import type { Finding } from '../../../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { HINTS_TITLE, hintReferences, hintsOf } from '../../../../src/conclusion/hints.ts';
import { besideHeadline } from '../../../../src/conclusion/verdict.ts';
import { clientLibrary, libraryText } from '../../../../src/flow/facts/client-library.ts';
import { confidence } from '../../../../src/words/certainty.ts';
import { ownerWord } from '../../../../src/words/owners.ts';
import { useStore } from '../../model/context.ts';
import { verdictText } from '../../view/finding-text.ts';
import { visible } from '../../view/visible.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { FlowSign, SeveritySign } from '../common/icons.tsx';
import { checkPage, PageLink } from '../common/page-link.tsx';
import { CompareButton } from '../compare/compare-button.tsx';
import { HiddenCheck } from './hidden-check.tsx';
import { SpecLinks } from './spec-links.tsx';
import { StepLinks } from './step-links.tsx';
import { Told } from './told-text.tsx';

interface Props {
  readonly analysed: AnalysedFlow;
}

/** What happened: one sign and one headline, then the evidence, then what worked all the same. */
function Sentence({ analysed }: Props) {
  const { flow, verdict } = analysed;
  const { cause, references, sign } = verdict;
  const told = (text: string) => <Told text={text} references={references} analysed={analysed} />;
  // The headline is about something else, so the finding has a sign of its own.
  const beside = besideHeadline(verdict);
  const links = cause && !beside && <StepLinks finding={cause} flow={flow} />;
  return (
    <div class="sentence" data-testid="verdict" data-cause={cause?.check ?? ''}>
      <p class="headline">
        <FlowSign sign={sign} /> {told(verdict.headline)} {verdict.detail === null && links}
      </p>
      {verdict.detail !== null && (
        <p>
          {told(verdict.detail)} {links}
        </p>
      )}
      {verdict.context !== null && <p class="quiet">{verdict.context}</p>}
      {beside && (
        <p>
          <SeveritySign severity={beside.severity} /> {told(`${beside.title}: ${beside.observed}`)}{' '}
          <StepLinks finding={beside} flow={flow} />
        </p>
      )}
    </div>
  );
}

/** What to do about the cause, by whom, and how sure that is. */
function Remedy({ analysed, cause }: Props & { readonly cause: Finding }) {
  const told = (text: string) => (
    <Told text={text} references={cause.references} analysed={analysed} />
  );
  return (
    <>
      {cause.severity !== 'info' && (
        <p class="fix" data-testid="fix">
          <strong>Do this:</strong> {told(cause.fix)}
        </p>
      )}
      <p class="reason quiet">{told(cause.why)}</p>
      <p class="meta">
        <span class="quiet">Owner:</span> {ownerWord(cause.owner)} ·{' '}
        <span class="quiet">Confidence:</span> {confidence(cause)}
        {cause.specs.length > 0 && ' · '}
        <SpecLinks specs={cause.specs} />
        {cause.owner !== 'this tool' && (
          <>
            {' · '}
            <PageLink page={checkPage(cause.check)}>Why this?</PageLink>
          </>
        )}
      </p>
    </>
  );
}

/** The conclusion: what happened, why, what to do, by whom. It stays above the views of the flow. */
export function Verdict({ analysed }: Props) {
  const store = useStore();
  const { flow, verdict } = analysed;
  const { cause } = verdict;
  const library = clientLibrary(flow);
  const isHidden = cause !== null && store.settings.hiddenChecks.value.includes(cause.check);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that may scroll must be reachable by the keyboard.
    <section class={`verdict ${verdict.sign}`} aria-label="Verdict" tabIndex={0}>
      <div class="telling">
        {isHidden ? (
          <p class="sentence headline" data-testid="verdict" data-cause={cause.check}>
            <FlowSign sign={verdict.sign} /> The cause is hidden <HiddenCheck check={cause.check} />
          </p>
        ) : (
          <Sentence analysed={analysed} />
        )}
        {cause && !isHidden && <Remedy analysed={analysed} cause={cause} />}
        {library && (
          <p class="quiet" data-testid="client-library">
            Client library: {visible(libraryText(library))}
          </p>
        )}
        {!isHidden && <Hints analysed={analysed} />}
      </div>
      <div class="buttons">
        <CompareButton analysed={analysed} />
        <CopyButton
          text={() => verdictText(analysed)}
          testId="copy-verdict"
          title="Copy what happened, what to do and who can do it"
        >
          Copy
        </CopyButton>
        <button
          type="button"
          class="plain"
          title="Copy redacted report of this flow (Markdown). A preview shows it first."
          data-testid="copy-report"
          onClick={() => store.share({ what: 'flow', format: 'markdown' })}
        >
          Copy report…
        </button>
      </div>
    </section>
  );
}

/** Behind the verdict and closed: advice for a failure that the recording does not explain. */
function Hints({ analysed }: Props) {
  const hints = hintsOf(analysed);
  if (hints.length === 0) return null;
  const references = hintReferences(analysed);
  return (
    <details class="hints">
      <summary class="quiet">{HINTS_TITLE}</summary>
      <ul>
        {hints.map((hint) => (
          <li key={hint}>
            <Told text={hint} references={references} analysed={analysed} />
          </li>
        ))}
      </ul>
    </details>
  );
}
