import type { Ledger, LedgerRow } from '../../conclusion/ledgers/ledger.ts';
import type { HtmlWriter } from './html-writer.ts';
import { html, type Markup } from './markup.ts';

/** The tokens or the cookies of a flow: what is wrong stands open, and the rest is folded. */
export function ledgerSection(
  { title, counts, note, rows, more }: Ledger,
  writer: HtmlWriter,
): Markup {
  const bad = rows.filter(({ isBad }) => isBad);
  const rest = rows.filter(({ isBad }) => !isBad);
  const summary = bad.length === 0 ? title : `Other ${title.toLowerCase()}`;
  return html`<h3>${title}</h3><p class="quiet">${counts}.${note !== null && ` ${note}`}</p>
${bad.length > 0 && rowList(bad, writer)}${(rest.length > 0 || more > 0) && html`<details><summary>${summary}</summary>${rowList(rest, writer)}${more > 0 && html`<p class="quiet">and ${more} more</p>`}</details>`}
`;
}

function rowList(rows: readonly LedgerRow[], { text }: HtmlWriter): Markup {
  return html`<ul class="plain">${rows.map(
    ({ mark, word, name, form, text: said, lines }) =>
      html`<li><span title="${word}">${mark}</span> <code>${text(name, 200)}</code>${form !== null && html` <span class="quiet">${text(form, 200)}</span>`}: ${text(said)}${lines.map(
        (line) => html`<p class="below quiet">${text(line)}</p>`,
      )}</li>
`,
  )}</ul>`;
}
