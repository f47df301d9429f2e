import type { Exchange, Header } from '../../../src/http/exchange.ts';
import { isSecretHeader, secretsOf } from '../secrets.ts';
import { HiddenText } from './hidden-text.tsx';
import { PairsTable } from './pairs-table.tsx';

function HeaderTable({ headers, label }: { headers: readonly Header[]; label: string }) {
  if (headers.length === 0) return <p class="note quiet">None recorded.</p>;
  const pairs = headers.map((header) => ({ ...header, secret: isSecretHeader(header) }));
  return <PairsTable pairs={pairs} label={label} />;
}

const INCOMPLETE =
  '◌ The recorder shows only some of them: one that is missing here may have been sent.';

/** Request line, request headers and response headers. */
export function HeadersTab({ exchange }: { readonly exchange: Exchange }) {
  const { request, response } = exchange;
  return (
    <>
      <HiddenText
        text={`${request.method} ${request.url}`}
        secrets={secretsOf(exchange)}
        what="URL"
      />
      <h3>Request headers</h3>
      {!request.headersComplete && <p class="note quiet">{INCOMPLETE}</p>}
      <HeaderTable headers={request.headers} label="Request headers" />
      <h3>Response headers</h3>
      {response && !response.headersComplete && <p class="note quiet">{INCOMPLETE}</p>}
      {response ? (
        <HeaderTable headers={response.headers} label="Response headers" />
      ) : (
        <p class="note quiet">There is no response.</p>
      )}
    </>
  );
}
