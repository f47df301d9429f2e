import type { Body, Exchange } from '../../../../src/http/exchange.ts';
import { lossWord } from '../../../../src/words/losses.ts';
import { secretsOf } from '../../view/masking.ts';
import { pretty } from '../../view/pretty.ts';
import { HiddenText } from './hidden-text.tsx';

/** A body as text, or the reason why there is none. */
export function BodyText({
  body,
  exchange,
  what,
}: {
  readonly body: Body | null;
  readonly exchange: Exchange;
  readonly what: string;
}) {
  if (body === null) return <p class="note quiet">There is none.</p>;
  if ('unknown' in body) return <p class="note quiet">◌ Not recorded: {lossWord(body.unknown)}.</p>;
  if (body.text === '') return <p class="note quiet">It is empty.</p>;
  return (
    <>
      {body.truncated && <p class="note quiet">◌ Only the beginning was recorded.</p>}
      <HiddenText text={pretty(body.text)} secrets={secretsOf(exchange)} what={what} />
    </>
  );
}

/** The body of the request. */
export function BodyTab({ exchange }: { readonly exchange: Exchange }) {
  return (
    <>
      <h3>Request body</h3>
      <BodyText body={exchange.request.body} exchange={exchange} what="request body" />
    </>
  );
}
