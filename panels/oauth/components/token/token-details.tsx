import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { TokenVerdict } from '../../../../src/conclusion/token-verdict.ts';
import { endOf } from '../../../../src/flow/facts/moments.ts';
import type { Message } from '../../../../src/oauth/message.ts';
import { secretsOf } from '../../view/masking.ts';
import { visible } from '../../view/visible.ts';
import { SignatureLine } from '../message/signature-line.tsx';
import { ClaimTable } from './claim-table.tsx';

interface Props {
  readonly verdict: TokenVerdict;
  readonly analysed: AnalysedFlow;
  /** The message that the times are counted from. */
  readonly message: Message;
  /** Whether missing keys can be fetched right here. */
  readonly canFetch?: boolean;
}

const OPAQUE = 'Opaque token (not a JWT). Only its issuer can read it';

/** What a token says, decoded: its signature, header and claims. */
export function TokenDetails({ verdict, analysed, message, canFetch = true }: Props) {
  const { view } = verdict.token;
  if (view.kind === 'opaque') {
    return verdict.text.startsWith(OPAQUE) ? null : <p class="note quiet">{OPAQUE}.</p>;
  }
  if (view.kind === 'malformed') {
    return <p class="note bad">✖ It cannot be decoded: {visible(view.reason)}.</p>;
  }
  const table = {
    analysed,
    verdicts: verdict.claims,
    at: endOf(message.exchange),
    secrets: secretsOf(message.exchange),
  };
  const header = view.kind === 'jwt' ? view.jwt.header : view.header;
  return (
    <>
      {view.kind === 'jwt' && verdict.signature && (
        <SignatureLine
          jwt={view.jwt}
          signature={verdict.signature}
          analysed={analysed}
          canFetch={canFetch}
        />
      )}
      <h4>Header</h4>
      <ClaimTable part="header" members={header} {...table} />
      {view.kind === 'encrypted' ? (
        <p class="note quiet">◌ The rest is encrypted: only its recipient can read it.</p>
      ) : (
        <>
          <h4>Claims</h4>
          <ClaimTable part="claim" members={view.jwt.claims} {...table} />
        </>
      )}
    </>
  );
}
