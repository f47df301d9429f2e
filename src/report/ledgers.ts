import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import type { Ledger } from '../conclusion/ledgers/ledger.ts';
import { cookieLedger } from '../conclusion/ledgers/ledger-of-cookies.ts';
import { tokenLedger } from '../conclusion/ledgers/ledger-of-tokens.ts';

/** The ledgers of a flow that are not empty. A report on one message has the tokens of that message. */
export function ledgersOf(analysed: AnalysedFlow, only: number | null): readonly Ledger[] {
  const cookies = only === null ? cookieLedger(analysed.flow) : null;
  return [tokenLedger(analysed, only), cookies].filter((one) => one !== null);
}
