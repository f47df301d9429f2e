import type { Body, Exchange } from '../../../../src/http/exchange.ts';
import { lossWord } from '../../../../src/words/losses.ts';
import { secretsOf } from '../../view/masking.ts';
import { rawHead } from '../../view/pretty.ts';
import { HiddenText } from './hidden-text.tsx';

function bodyText(body: Body | null): string {
  if (body === null) return '';
  return `\n\n${'text' in body ? body.text : `(not recorded: ${lossWord(body.unknown)})`}`;
}

/** Request and response as text, as they were recorded. */
export function RawTab({ exchange }: { readonly exchange: Exchange }) {
  const { request, response } = exchange;
  const sent = rawHead(`${request.method} ${request.url}`, request.headers);
  const secrets = secretsOf(exchange);
  return (
    <>
      <h3>Request</h3>
      <HiddenText text={sent + bodyText(request.body)} secrets={secrets} what="request" />
      <h3>Response</h3>
      {response ? (
        <HiddenText
          text={
            rawHead(
              `${response.status ?? '(status unknown)'} ${response.statusText}`.trim(),
              response.headers,
            ) + bodyText(response.body)
          }
          secrets={secrets}
          what="response"
        />
      ) : (
        <p class="note quiet">There is none.</p>
      )}
    </>
  );
}
