import type { Snapshot } from '../../analysis/analysis.ts';
import type { Gap } from '../../http/exchange.ts';
import type { Placeholder, RedactionNote } from '../../http/recording.ts';
import { answerWord } from '../../words/answers.ts';
import { messageWord } from '../../words/kinds.ts';
import { count } from '../../words/numbers.ts';
import { NO_FLOW } from '../../words/relations.ts';
import { outsideMessages } from '../outside-lines.ts';
import { PLACEHOLDER_CLASSES } from '../placeholder-list.ts';
import { findingList } from './finding-item.ts';
import { type HtmlWriter, table } from './html-writer.ts';
import { html, type Markup } from './markup.ts';

/** The messages that belong to no flow, with their findings. */
export function outsideSection(snapshot: Snapshot, writer: HtmlWriter): Markup | null {
  const { shown, more } = outsideMessages(snapshot);
  if (shown.length === 0) return null;
  const items = shown.map(({ message, findings }) => {
    const { method, url } = message.exchange.request;
    const nodes = findings.map((finding) => ({ finding, followers: [] }));
    return html`<li class="step"><p class="below">${messageWord(message)} · ${writer.text(answerWord(message.exchange))} · <code>${writer.text(`${method} ${url}`)}</code></p>
${findingList(nodes, 'Findings', null, writer)}</li>`;
  });
  return html`<section><h2>${NO_FLOW}</h2><ul class="steps">${items}</ul>${more > 0 && html`<p class="quiet">and ${count(more, 'more message')}</p>`}</section>
`;
}

/** What the recorder could not see. */
export function gapSection(gaps: readonly Gap[], { text }: HtmlWriter): Markup | null {
  if (gaps.length === 0) return null;
  return html`<section><h2>Not seen</h2><ul class="plain">${gaps.map((gap) => html`<li>${text(gap.text)}</li>`)}</ul></section>
`;
}

/** What the placeholders of the report stand for, and what the report hides. */
export function placeholderSection(
  placeholders: readonly Placeholder[],
  { hides }: RedactionNote,
  { text }: HtmlWriter,
): Markup {
  if (placeholders.length === 0 && hides.length === 0) {
    return html`<section><h2>Placeholders</h2><p>Nothing in this report had to be replaced.</p></section>
`;
  }
  return html`<section><h2>Placeholders</h2>
<p>Secret and personal values are replaced. Equal values have one placeholder, different values have different ones.</p>
${hides.length > 0 && html`<ul class="plain">${hides.map((one) => html`<li>${text(one)}</li>`)}</ul>`}
${table(
  'Placeholders',
  ['Placeholder', 'Stands for', 'Kind', 'Characters'],
  placeholders.map((one) => [
    html`<code>${one.name}</code>`,
    one.label.replaceAll('-', ' '),
    PLACEHOLDER_CLASSES[one.class],
    one.length ?? 'not told',
  ]),
)}</section>
`;
}
