import type { Body, Exchange } from '../../../src/http/exchange.ts';
import { headerValue } from '../../../src/http/headers.ts';
import { htmlText } from '../../../src/http/html-text.ts';
import { isHtml } from '../../../src/http/media-type.ts';
import { pretty } from '../pretty.ts';
import { secretsOf } from '../secrets.ts';
import { failureWord, lossWord } from '../words.ts';
import { HiddenText } from './hidden-text.tsx';

const LONGEST_PAGE = 500_000;

function BodyText({
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

/** What the request carried beside its URL and headers. */
export function BodyTab({ exchange }: { readonly exchange: Exchange }) {
  return (
    <>
      <h3>Request body</h3>
      <BodyText body={exchange.request.body} exchange={exchange} what="request body" />
    </>
  );
}

/** What a page says, read as text: it is never rendered. */
function PageText({ exchange }: { readonly exchange: Exchange }) {
  const { response } = exchange;
  if (!response || !('text' in response.body)) return null;
  if (!isHtml(headerValue(response.headers, 'content-type'))) return null;
  const { title, text } = htmlText(response.body.text.slice(0, LONGEST_PAGE));
  const said = [title, text].filter(Boolean).join('\n');
  if (said.trim() === '') return null;
  return (
    <>
      <h3>What the page says</h3>
      <HiddenText text={said} secrets={secretsOf(exchange)} what="page text" />
    </>
  );
}

/** What came back, or why nothing did. */
export function ResponseTab({ exchange }: { readonly exchange: Exchange }) {
  const { response, failure, delivered } = exchange;
  return (
    <>
      {failure && (
        <p class="note bad">
          ✖ {failureWord(failure.reason)}
          {failure.text && <span class="mono"> {failure.text}</span>}
        </p>
      )}
      {delivered === false && response && (
        <p class="note bad">✖ The browser withheld this response from the page.</p>
      )}
      {!response && !failure && <p class="note quiet">◌ No response was recorded.</p>}
      {response && (
        <>
          <p class="mono">
            {response.status} {response.statusText}
          </p>
          <PageText exchange={exchange} />
          <h3>Response body</h3>
          <BodyText body={response.body} exchange={exchange} what="response body" />
        </>
      )}
    </>
  );
}
