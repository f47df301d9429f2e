import '../../styles/token-views.css';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { type TokenVerdict, tokenVerdicts } from '../../../../src/conclusion/token-verdict.ts';
import { type TokenFamily, tokenFamilies } from '../../../../src/flow/facts/token-families.ts';
import { count, list } from '../../../../src/words/numbers.ts';
import { Limited } from '../common/limited.tsx';
import { KeysOffer, lacksKeys } from '../message/keys-offer.tsx';
import { TokenRow } from '../token/token-row.tsx';

const MAX_FAMILIES = 20;
const MAX_TOKENS = 20;
const MAX_STEPS = 5;

function stepList(issues: readonly number[]): string {
  const shown = issues.slice(0, MAX_STEPS).map((index) => String(index + 1));
  const more = issues.length - shown.length;
  return `step${issues.length === 1 ? '' : 's'} ${list([...shown, ...(more > 0 ? [`${more} more`] : [])])}`;
}

/** What the tokens of a family have in common. */
function titleOf({ from, issues, key }: TokenFamily): string {
  switch (from) {
    case 'client':
      return 'Made by the client';
    case 'server':
      return 'Signed by the server';
    case 'elsewhere':
      return 'Not issued in this flow';
    default: {
      const [first, ...later] = issues;
      if (first === undefined) return 'Issued';
      if (key === 'login' || key.startsWith('refresh of ')) {
        return `Issued in step ${first + 1}${later.length > 0 ? `, then in ${stepList(later)}` : ''}`;
      }
      return `Issued in ${stepList(issues)}`;
    }
  }
}

function Family({
  family,
  verdicts,
  analysed,
}: {
  readonly family: TokenFamily;
  readonly verdicts: ReadonlyMap<string, TokenVerdict>;
  readonly analysed: AnalysedFlow;
}) {
  const rows = family.tokens.flatMap(({ text }) => verdicts.get(text) ?? []);
  const title = titleOf(family);
  return (
    <li class="token-family">
      <h2>
        {title} <span class="quiet">· {count(rows.length, 'token')}</span>
      </h2>
      <ul>
        <Limited items={rows} step={MAX_TOKENS} thing="token">
          {(verdict) => <TokenRow key={verdict.token.text} verdict={verdict} analysed={analysed} />}
        </Limited>
      </ul>
    </li>
  );
}

/** The tokens of a flow in families, each with its verdict and its life. */
export function TokenLives({ analysed }: { readonly analysed: AnalysedFlow }) {
  const verdicts = new Map(tokenVerdicts(analysed).map((one) => [one.token.text, one]));
  const unverified = [...verdicts.values()].flatMap(({ token: { view } }) =>
    view.kind === 'jwt' && lacksKeys(view.jwt, analysed) ? [view.jwt] : [],
  );
  return (
    <div class="token-view" data-testid="token-view" data-region="tokens">
      <ul aria-label="Tokens">
        <Limited items={tokenFamilies(analysed.flow)} step={MAX_FAMILIES} thing="group">
          {(family) => (
            <Family key={family.key} family={family} verdicts={verdicts} analysed={analysed} />
          )}
        </Limited>
      </ul>
      {unverified[0] && <KeysOffer jwt={unverified[0]} analysed={analysed} />}
    </div>
  );
}
