import type { TokenState } from '../../../../src/conclusion/token-evidence.ts';
import type { ClaimComparison } from '../../../../src/flow/facts/token-claims/claim-comparison.ts';

type Look = readonly [mark: string, tone: string, word: string];

const STATES: Readonly<Record<TokenState, Look>> = {
  valid: ['✔', 'ok', 'valid'],
  doubtful: ['⚠', 'warning', 'doubtful'],
  'not-valid': ['✖', 'error', 'not valid'],
  ended: ['⊘', 'quiet', 'ended'],
  unknown: ['◌', 'quiet', 'cannot tell'],
};

const RESULTS: Readonly<Record<ClaimComparison['result'], Look>> = {
  match: ['✓', 'ok', 'matches'],
  differs: ['✖', 'error', 'differs'],
  unknown: ['◌', 'quiet', 'not compared'],
};

function Mark({ look: [mark, tone, word] }: { readonly look: Look }) {
  return (
    <span class={`sign ${tone}`} role="img" aria-label={word} title={word}>
      {mark}
    </span>
  );
}

/** The state of a token as a sign, and as a word for screen readers. */
export const TokenSign = ({ state }: { readonly state: TokenState }) => (
  <Mark look={STATES[state]} />
);

/** The result of a comparison, likewise. */
export const ResultSign = ({ result }: Pick<ClaimComparison, 'result'>) => (
  <Mark look={RESULTS[result]} />
);
