import { flowCounts, flowCountWords } from '../../conclusion/flow-counts.ts';
import { count } from '../../words/numbers.ts';
import { signMark } from '../../words/outcomes.ts';
import { defineFormat, type ReportOptions } from '../format.ts';
import { anchorOf, flowArticle } from '../html/flow-article.ts';
import { recordingSection } from '../html/har-link.ts';
import { type HtmlWriter, htmlWriter } from '../html/html-writer.ts';
import { Markup as Finished, html, type Markup } from '../html/markup.ts';
import { rehearsalSection } from '../html/rehearsal-section.ts';
import { gapSection, outsideSection, placeholderSection } from '../html/report-ends.ts';
import { contentSecurityPolicy, STYLE } from '../html/style.ts';
import { countPlaceholders, placeholdersIn } from '../placeholder-list.ts';
import { type Selection, selectionOf } from '../selection.ts';
import type { Shared } from '../shared.ts';
import { shownRehearsals } from '../shown-rehearsals.ts';

/** The analysis as one page without scripts, which loads nothing. */
export default defineFormat({
  title: 'HTML',
  description: 'one page for a browser, which holds the redacted recording too',
  mediaType: 'text/html',
  extension: 'html',
  write: htmlReport,
});

function htmlReport(shared: Shared, options: ReportOptions): string {
  const { snapshot, recording } = shared;
  const writer = htmlWriter(shared);
  const selection = selectionOf(shared, options);
  const { flows, isWhole } = selection;
  const main = html`${flows.map((one) => flowArticle(one, selection, writer))}${flows.length === 0 && html`<h2>No OAuth flow was found</h2>`}
${isWhole && outsideSection(snapshot, writer)}${rehearsalSection(shownRehearsals(shared, selection), writer)}${gapSection(snapshot.gaps, writer)}`;
  const used = placeholdersIn(main.text, recording.redaction);
  return `<!doctype html>
${
  html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Grantscope">
<title>${titleOf(selection, writer)}</title>
<link rel="icon" href="data:,">
<style>${new Finished(STYLE)}</style>
</head>
<body>
<header><h1>OAuth report by Grantscope</h1>
<p class="quiet">${summaryOf(shared, selection)}. ${used.length === 0 ? 'No value had to be replaced' : `Replaced by placeholders: ${countPlaceholders(used)}`}.</p>
${contentsList(selection, writer)}</header>
<main>
${main}${placeholderSection(used, recording.redaction, writer)}${recordingSection(shared, options)}</main>
</body>
</html>
`.text
}`;
}

function titleOf({ flows }: Selection, { plain }: HtmlWriter): string {
  const [first] = flows;
  if (!first) return 'OAuth report: no flow';
  const { sign, text } = first.verdict;
  return `${signMark(sign)} ${plain(text).slice(0, 120)} · OAuth report`;
}

function summaryOf({ snapshot }: Shared, { flows, only, isWhole }: Selection): string {
  if (only !== null) return `Step ${only + 1} of one flow`;
  const told = flowCountWords(flowCounts(flows));
  if (!isWhole) return told;
  return `${told}; ${count(snapshot.exchanges, 'exchange')}, ${count(snapshot.messages, 'message')}`;
}

function contentsList({ flows }: Selection, { text }: HtmlWriter): Markup | null {
  if (flows.length < 2) return null;
  return html`<nav aria-label="Flows"><ol class="plain">${flows.map(
    ({ verdict }, index) =>
      html`<li><a href="#${anchorOf(index)}">${signMark(verdict.sign)} ${text(verdict.text, 200)}</a></li>`,
  )}</ol></nav>`;
}
