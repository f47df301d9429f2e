import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import type { Header } from '../../../../src/http/exchange.ts';
import { isSecretHeader, secretsOf } from '../../view/masking.ts';
import { Pointing } from '../flow/pointing.tsx';
import { HiddenText } from './hidden-text.tsx';
import { PairsTable } from './pairs-table.tsx';

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

function HeaderTable({
  headers,
  label,
  step,
  analysed,
}: Props & { readonly headers: readonly Header[]; readonly label: string }) {
  if (headers.length === 0) return <p class="note quiet">None recorded.</p>;
  const pairs = headers.map((header) => ({
    ...header,
    secret: isSecretHeader(header),
    note: <Pointing step={step} analysed={analysed} part="header" name={header.name} />,
  }));
  const secrets = secretsOf(step.message.exchange);
  return <PairsTable pairs={pairs} label={label} secrets={secrets} part="header" />;
}

const INCOMPLETE =
  '◌ The recorder shows only some of them: one that is missing here may have been sent.';

/** Request line, request headers and response headers. */
export function HeadersTab({ step, analysed }: Props) {
  const { exchange } = step.message;
  const { request, response } = exchange;
  const place = { step, analysed };
  return (
    <>
      <HiddenText
        text={`${request.method} ${request.url}`}
        secrets={secretsOf(exchange)}
        what="URL"
      />
      <h3>Request headers</h3>
      {!request.headersComplete && <p class="note quiet">{INCOMPLETE}</p>}
      <HeaderTable {...place} headers={request.headers} label="Request headers" />
      <h3>Response headers</h3>
      {response && !response.headersComplete && <p class="note quiet">{INCOMPLETE}</p>}
      {response ? (
        <HeaderTable {...place} headers={response.headers} label="Response headers" />
      ) : (
        <p class="note quiet">There is no response.</p>
      )}
    </>
  );
}
