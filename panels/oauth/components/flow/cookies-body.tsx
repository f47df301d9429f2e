import '../../styles/token-views.css';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { type CookieRow, cookieTable } from '../../../../src/flow/facts/cookie-rows.ts';
import { count } from '../../../../src/words/numbers.ts';
import { Limited } from '../common/limited.tsx';
import { CookieItem } from '../cookie/cookie-item.tsx';

const MAX_ROWS = 30;

function Rows({
  rows,
  label,
  analysed,
}: {
  readonly rows: readonly CookieRow[];
  readonly label: string;
  readonly analysed: AnalysedFlow;
}) {
  return (
    <ul class="cookie-list" aria-label={label}>
      <Limited items={rows} step={MAX_ROWS} thing="cookie">
        {(row) => <CookieItem key={row.key} row={row} analysed={analysed} />}
      </Limited>
    </ul>
  );
}

/** The ledger of a login: each cookie, where it was set and sent, and where it is missing and why. */
export function CookieTable({ analysed }: { readonly analysed: AnalysedFlow }) {
  const { rows, showsSent } = cookieTable(analysed.flow);
  const known = rows.filter(({ state }) => state !== 'earlier');
  const earlier = rows.filter(({ state }) => state === 'earlier');
  return (
    <div class="cookie-view" data-testid="cookie-view" data-region="cookies">
      {!showsSent && (
        <p class="note" data-testid="cookies-unseen">
          ◌ The recording shows no Cookie header of any request, so nobody can tell which cookies
          came back. Chrome leaves them out of a HAR unless “Allow to generate HAR with sensitive
          data” is on; the recorder of this extension keeps them.
        </p>
      )}
      {known.length > 0 ? (
        <>
          <div class="cookie-heads quiet" aria-hidden="true">
            <span>Cookie</span>
            <span>Set by</span>
            <span>Sent</span>
            <span>Missing</span>
          </div>
          <Rows rows={known} label="Cookies" analysed={analysed} />
        </>
      ) : (
        <p class="note quiet">No response of this flow set a cookie.</p>
      )}
      {earlier.length > 0 && (
        <details class="cookie-earlier">
          <summary data-row>
            {count(earlier.length, 'cookie')} set before this flow, by responses that were not
            recorded
          </summary>
          <Rows rows={earlier} label="Cookies set before this flow" analysed={analysed} />
        </details>
      )}
    </div>
  );
}
