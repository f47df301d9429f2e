import type { AnalysedFlow } from '../../conclusion/analysed-flow.ts';
import { messageNotes } from '../../conclusion/message-notes.ts';
import { type Step, shortUrl } from '../../conclusion/steps.ts';
import type { Lane } from '../../oauth/define-kind.ts';
import { messageWord } from '../../words/kinds.ts';
import { laneWord, shortLaneWord } from '../../words/lanes.ts';
import { elapsed, exactMoment } from '../../words/times.ts';
import { answerRows, type MessageRow, sentRows } from '../message-rows.ts';
import { signatureWords } from '../signature-words.ts';
import { tokenSignatures } from '../token-signatures.ts';
import { findingList } from './finding-item.ts';
import { type HtmlWriter, table } from './html-writer.ts';
import { html, type Markup } from './markup.ts';

const MAX_VALUES = 6;
const MAX_URL = 300;

/** What all rows of one picture share. */
interface Picture {
  readonly writer: HtmlWriter;
  /** The parties that take part. */
  readonly lanes: readonly Lane[];
}

/** One message: its arrow, its answer, what was found in it and what it carries. */
export function stepItem(step: Step, analysed: AnalysedFlow, picture: Picture): Markup {
  const { writer } = picture;
  const { index, findings, elsewhere, unclear } = step;
  const label = `Findings of step ${index + 1}`;
  return html`<li class="step">${stepRow(step, analysed, picture)}
${findingList(findings, label, index, writer)}${elsewhere.map(({ title, causedBy }) => {
  const cause = causedBy?.message ?? null;
  const where = cause === null ? 'a finding above' : `step ${cause + 1}`;
  return html`<p class="below quiet">└ ${writer.text(title)}: consequence of ${where}</p>`;
})}${unclear.map(
  ({ check, reason }) =>
    html`<p class="below quiet">◌ <code>${check}</code> could not run: ${writer.text(reason)}</p>`,
)}${contents(step, analysed, writer)}</li>
`;
}

function stepRow(step: Step, { flow }: AnalysedFlow, { writer, lanes }: Picture): Markup {
  const { text } = writer;
  const { message, index, from, to, answer, calm, values } = step;
  const { exchange } = message;
  const start = flow.messages[0]?.exchange.startedAt ?? flow.startedAt;
  const time = index === 0 ? '0 ms' : elapsed(start, exchange.startedAt);
  const { method, url } = exchange.request;
  const chips = values
    .slice(0, MAX_VALUES)
    .map(
      ({ name, compared }) =>
        html`<span class="chip" title="${compared ?? 'seen here first'}">${text(name, 80)}${compared !== null && html` <span class="ok">✓</span>`}</span> `,
    );
  return html`<div class="row"><span class="number">${index + 1}</span>
<span class="unseen">${laneWord(from)} to ${laneWord(to)}: </span><span class="words"><span class="chip" aria-hidden="true">${shortLaneWord(from)} → ${shortLaneWord(to)}</span> ${messageWord(message)}</span>${arrow(step, lanes)}
<span class="answer${answer.bad && ' bad'}">${text(answer.text, 200)}</span>
<span class="time" title="${exactMoment(exchange.startedAt)}">${time}</span>
<span class="where"><code>${text(`${method} ${shortUrl(url)}`, MAX_URL)}</code> ${chips}${values.length > MAX_VALUES && `and ${values.length - MAX_VALUES} more`}${calm !== null && html` <span class="quiet">${calm}</span>`}</span></div>`;
}

function arrow({ message, from, to, answer }: Step, lanes: readonly Lane[]): Markup {
  const [a, b] = [lanes.indexOf(from), lanes.indexOf(to)];
  const classes = [
    'arrow',
    `from-${Math.min(a, b)}`,
    `to-${Math.max(a, b)}`,
    b > a ? 'right' : 'left',
    answer.bad ? 'bad' : '',
    message.exchange.response === null ? 'broken' : '',
  ];
  return html`<span class="lanes lanes-${lanes.length}" aria-hidden="true"><span class="${classes.join(' ').trim()}"><span class="label">${messageWord(message)}</span></span></span>`;
}

/** The parameters, the answer and what else is known of a message, closed. */
function contents({ message, index }: Step, { flow }: AnalysedFlow, writer: HtmlWriter) {
  const { text } = writer;
  const { request } = message.exchange;
  const sent = sentRows(message);
  const answered = answerRows(message);
  const notes = messageNotes(index, flow);
  const signatures = tokenSignatures(flow)[index] ?? [];
  return html`<details><summary>Step ${index + 1} in detail</summary>
<p class="below"><code>${text(`${request.method} ${request.url}`)}</code></p>
${notes.map((note) => html`<p class="below"><span class="quiet">${note.label}:</span> ${text(note.text)}</p>`)}${signatures.map((one) => html`<p class="below">${text(signatureWords(one))}</p>`)}
${rows('Parameters', sent, writer)}${rows('Response', answered, writer)}</details>`;
}

function rows(title: string, list: readonly MessageRow[], { text }: HtmlWriter): Markup | null {
  if (list.length === 0) return null;
  return html`<p class="below"><strong>${title}</strong></p>${table(
    title,
    ['Name', 'Value', 'Meaning'],
    list.map(({ name, value, meaning }) => [
      html`<code>${text(name, 200)}</code>`,
      html`<code>${text(value)}</code>`,
      meaning,
    ]),
  )}`;
}
