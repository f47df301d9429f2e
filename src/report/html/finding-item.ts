import type { Finding, SpecLink } from '../../checks/finding.ts';
import type { FindingNode } from '../../conclusion/finding-tree.ts';
import { confidence } from '../../words/certainty.ts';
import { ownerWord } from '../../words/owners.ts';
import { placeWord } from '../../words/places.ts';
import { severityMark } from '../../words/severities.ts';
import type { HtmlWriter } from './html-writer.ts';
import { html, type Markup } from './markup.ts';

/** Links to specifications. They come from the checks, never from the recording. */
export function specLinks(specs: readonly SpecLink[]): readonly Markup[] {
  return specs
    .filter(({ url }) => url.startsWith('https://'))
    .map(
      ({ label, url }, index) =>
        html`${index > 0 && ', '}<a href="${url}" rel="noreferrer">${label}</a>`,
    );
}

/** Findings of one place, each with its consequences below it. */
export function findingList(
  nodes: readonly FindingNode[],
  label: string,
  step: number | null,
  writer: HtmlWriter,
): Markup | null {
  if (nodes.length === 0) return null;
  const items = nodes.map((node) => findingItem(node, step, writer));
  return html`<ul class="findings" aria-label="${label}">${items}</ul>`;
}

function findingItem({ finding, followers }: FindingNode, step: number | null, writer: HtmlWriter) {
  const { severity, title, check, message, causedBy } = finding;
  const elsewhere = message !== null && message !== step ? `step ${message + 1}: ` : '';
  const first = causedBy === null ? '' : 'Consequence: ';
  return html`<li class="finding ${severity}"><p><span class="mark">${severityMark(severity)}</span> <strong>${first}${elsewhere}${writer.text(title)}</strong> <code class="quiet">${check}</code></p>
${causedBy === null && facts(finding, writer)}${findingList(followers, 'Consequences', step, writer)}</li>`;
}

function facts(finding: Finding, { text }: HtmlWriter): Markup {
  const place = placeWord(finding.at);
  const rows: readonly (readonly [string, Markup | string | null])[] = [
    ['Where', place === null ? null : text(place)],
    ['Observed', finding.observed === '' ? null : text(finding.observed)],
    ['Expected', finding.expected === null ? null : text(finding.expected)],
    ['Fix', finding.fix === '' ? null : text(finding.fix)],
    ['Owner', `${ownerWord(finding.owner)} · ${finding.severity}, ${confidence(finding)}`],
    ['Reference', finding.specs.length === 0 ? null : html`${specLinks(finding.specs)}`],
  ];
  return html`<dl>${rows.map(
    ([name, value]) => value !== null && html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
