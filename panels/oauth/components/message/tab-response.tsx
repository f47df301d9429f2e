import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import type { Exchange } from '../../../../src/http/exchange.ts';
import { headerValue } from '../../../../src/http/headers.ts';
import { htmlText } from '../../../../src/http/html-text.ts';
import { isHtml } from '../../../../src/http/media-type.ts';
import { parameterEntry } from '../../../../src/oauth/registry/parameters.ts';
import { jsonText, parseJsonObject } from '../../../../src/oauth/values/json.ts';
import { failureWord } from '../../../../src/words/failures.ts';
import { isSecret, secretsOf } from '../../view/masking.ts';
import { Pointing } from '../flow/pointing.tsx';
import { HiddenText } from './hidden-text.tsx';
import { PairsTable } from './pairs-table.tsx';
import { BodyText } from './tab-body.tsx';

const LONGEST_PAGE = 500_000;
const LONGEST_JSON = 500_000;

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

/** The text of a page. It is never rendered. */
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

/** The members of a JSON response, each with an explanation. */
function Members({ step, analysed }: Props) {
  const { response } = step.message.exchange;
  if (!response || !('text' in response.body)) return null;
  const json = parseJsonObject(response.body.text.slice(0, LONGEST_JSON));
  if (!json) return null;
  const pairs = Object.entries(json).map(([name, value]) => {
    const text = typeof value === 'string' ? value : jsonText(value);
    const note = (
      <>
        {parameterEntry(name)?.meaning}
        <Pointing step={step} analysed={analysed} part="member" name={name} />
      </>
    );
    return { name, value: text, secret: isSecret(name, text), note };
  });
  return (
    <PairsTable
      pairs={pairs}
      label="Members of the response"
      secrets={secretsOf(step.message.exchange)}
    />
  );
}

/** The response, or the reason why there is none. */
export function ResponseTab({ step, analysed }: Props) {
  const { exchange } = step.message;
  const { response, failure, delivered } = exchange;
  return (
    <>
      {failure && (
        <p class="note bad">
          ✖ {failureWord(failure)}
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
            {response.status ?? 'Status unknown: the browser lost it.'} {response.statusText}
          </p>
          <PageText exchange={exchange} />
          <Members step={step} analysed={analysed} />
          <h3>Response body</h3>
          <BodyText body={response.body} exchange={exchange} what="response body" />
        </>
      )}
    </>
  );
}
