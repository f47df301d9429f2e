import { TOKEN_STATES } from '../../../../src/conclusion/ledgers/token-states.ts';
import type { TokenState } from '../../../../src/conclusion/token-evidence.ts';
import type { ClaimComparison } from '../../../../src/flow/facts/token-claims/claim-comparison.ts';

type Look = readonly [mark: string, tone: string, word: string];

const TONES: Readonly<Record<TokenState, string>> = {
  valid: 'ok',
  doubtful: 'warning',
  'not-valid': 'error',
  ended: 'quiet',
  unknown: 'quiet',
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
export const TokenSign = ({ state }: { readonly state: TokenState }) => {
  const [mark, word] = TOKEN_STATES[state];
  return <Mark look={[mark, TONES[state], word]} />;
};

/** The result of a comparison, likewise. */
export const ResultSign = ({ result }: Pick<ClaimComparison, 'result'>) => (
  <Mark look={RESULTS[result]} />
);
