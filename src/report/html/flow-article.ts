import type { AnalysedFlow } from '../../conclusion/analysed-flow.ts';
import { foldRepeats } from '../../conclusion/fold-repeats.ts';
import { HINTS_TITLE, hintsOf } from '../../conclusion/hints.ts';
import { participants } from '../../conclusion/participants.ts';
import { partsOf } from '../../conclusion/parts.ts';
import { RESOURCE_CAPTION, resourceRows } from '../../conclusion/resource-rows.ts';
import { flowSteps } from '../../conclusion/steps.ts';
import { clientLibrary, libraryText } from '../../flow/facts/client-library.ts';
import { attemptTitle } from '../../words/attempt-titles.ts';
import { confidence } from '../../words/certainty.ts';
import { grantWord } from '../../words/grant-words.ts';
import { laneWord } from '../../words/lanes.ts';
import { endingWord, signMark } from '../../words/outcomes.ts';
import { ownerWord } from '../../words/owners.ts';
import { CLIENT_UNKNOWN, SERVER_UNKNOWN } from '../../words/parties.ts';
import { partWord, relationWord } from '../../words/relations.ts';
import { againWord } from '../../words/repeats.ts';
import { elapsed } from '../../words/times.ts';
import { ledgersOf } from '../ledgers.ts';
import type { Selection } from '../selection.ts';
import { findingList, specLinks } from './finding-item.ts';
import { type HtmlWriter, table } from './html-writer.ts';
import { ledgerSection } from './ledger-section.ts';
import { html, type Markup } from './markup.ts';
import { stepItem } from './step-item.ts';

const MAX_URL = 600;

/** The id of the element of a flow, by its position in the report. */
export const anchorOf = (index: number): string => `flow-${index + 1}`;

/** One flow: its verdict, its picture with the findings, and what could not be checked. */
export function flowArticle(
  analysed: AnalysedFlow,
  selection: Selection,
  writer: HtmlWriter,
): Markup {
  const { flow, verdict, outcome } = analysed;
  const { text } = writer;
  const anchor = anchorOf(selection.flows.indexOf(analysed));
  const client =
    flow.client === null ? CLIENT_UNKNOWN : html`client <code>${text(flow.client)}</code>`;
  const server =
    flow.authorizationServer === null
      ? SERVER_UNKNOWN
      : html`authorization server <code>${text(flow.authorizationServer)}</code>`;
  const library = clientLibrary(flow);
  const made = library && html` · client library <code>${text(libraryText(library))}</code>`;
  const title = attemptTitle(flow);
  const who =
    title === null ? html`${grantWord(flow.grant)} · ${client} · ${server}${made}` : text(title);
  const ending = [endingWord(outcome, verdict.sign), relationWord(flow)].filter(Boolean);
  return html`<article id="${anchor}" aria-labelledby="${anchor}-verdict">
<div class="verdict ${verdict.sign}"><h2 id="${anchor}-verdict"><span class="mark">${signMark(verdict.sign)}</span> ${text(verdict.text)}</h2>
<p class="quiet">${who} · ${ending.join(' · ')}</p>
${causeFacts(analysed, writer)}${hints(analysed, writer)}</div>
${picture(analysed, selection, writer)}${resources(analysed, writer)}${ledgersOf(analysed, selection.only).map((ledger) => ledgerSection(ledger, writer))}</article>
`;
}

function causeFacts({ verdict: { cause } }: AnalysedFlow, { text }: HtmlWriter): Markup | null {
  if (!cause) return null;
  return html`<dl><div><dt>Owner</dt><dd>${ownerWord(cause.owner)}</dd></div>
<div><dt>Confidence</dt><dd>${confidence(cause)}</dd></div>
<div><dt>Fix</dt><dd>${text(cause.fix)}</dd></div>
<div><dt>Why it matters</dt><dd>${text(cause.why)}</dd></div>
${cause.specs.length > 0 && html`<div><dt>Reference</dt><dd>${specLinks(cause.specs)}</dd></div>`}</dl>`;
}

function hints(analysed: AnalysedFlow, { text }: HtmlWriter): Markup | null {
  const all = hintsOf(analysed);
  if (all.length === 0) return null;
  return html`<h3>${HINTS_TITLE}</h3><ul class="plain">${all.map((hint) => html`<li>${text(hint)}</li>`)}</ul>`;
}

function picture(analysed: AnalysedFlow, { flows, only }: Selection, writer: HtmlWriter): Markup {
  const { steps, whole, wholeUnclear } = flowSteps(analysed);
  const shown = only === null ? steps : steps.filter(({ index }) => index === only);
  const parts = partsOf(analysed, only === null ? flows : []);
  const start = analysed.flow.messages[0]?.exchange.startedAt ?? analysed.flow.startedAt;
  const lanes = participants(analysed);
  const items = foldRepeats(shown).map(({ steps: round, again }) => {
    const last = again.at(-1);
    const folded =
      last &&
      html`<li class="again"><details><summary>${againWord(round.length, again.length)}, until ${elapsed(start, last.message.exchange.startedAt)}</summary>
<ol class="steps">${again.map((one) => stepItem(one, analysed, { writer, lanes }))}</ol></details></li>`;
    const inner = [...round, ...again].flatMap(({ index }) => parts.get(index) ?? []);
    return [
      round.map((one) => stepItem(one, analysed, { writer, lanes })),
      folded ?? null,
      inner.map(
        (part) =>
          html`<li class="part">${partWord(part.flow)}: <a href="#${anchorOf(flows.indexOf(part))}">${writer.text(part.verdict.text)}</a></li>`,
      ),
    ];
  });
  return html`<h3>${only === null ? 'Messages' : 'Message'}</h3>
${findingList(whole, 'Findings of the flow as a whole', null, writer)}${wholeUnclear.map(
  ({ check, reason }) =>
    html`<p class="quiet">◌ <code>${check}</code> could not run: ${writer.text(reason)}</p>`,
)}<div class="lane-heads" aria-hidden="true"><span></span><span class="lanes lanes-${lanes.length}">${lanes.map(
    (lane) => html`<span>${laneWord(lane)}</span>`,
  )}</span><span>Response</span><span class="time">Time</span></div>
<ol class="steps">${items}</ol>`;
}

function resources({ flow }: AnalysedFlow, { text }: HtmlWriter): Markup | null {
  const rows = resourceRows(flow);
  if (rows.length === 0) return null;
  return html`<h3>${RESOURCE_CAPTION}</h3>${table(
    RESOURCE_CAPTION,
    ['Place', 'Value', 'Compared'],
    rows.map(({ label, value, mark }) => [label, text(value, MAX_URL), text(mark)]),
  )}`;
}
