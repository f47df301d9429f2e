import type { Ledger, LedgerRow } from '../conclusion/ledgers/ledger.ts';
import { folded } from './markdown-tables.ts';

/** Makes a text of the recording safe to stand in Markdown. */
type Text = (value: string) => string;

/** A ledger as Markdown: what is wrong stands open, and the rest is folded. */
export function markdownLedger({ title, counts, note, rows, more }: Ledger, text: Text): string {
  const bad = rows.filter(({ isBad }) => isBad);
  const rest = rows.filter(({ isBad }) => !isBad).map((row) => rowItem(row, text));
  if (more > 0) rest.push(`- and ${more} more`);
  return [
    `## ${title}`,
    `${counts}${counts === '' ? '' : '.'}${note === null ? '' : ` ${note}`}`,
    bad.map((row) => rowItem(row, text)).join('\n'),
    rest.length === 0
      ? ''
      : folded(bad.length === 0 ? title : `Other ${title.toLowerCase()}`, rest.join('\n')),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function rowItem({ mark, name, form, text: said, lines }: LedgerRow, text: Text): string {
  const what = form === null ? '' : ` (${text(form)})`;
  return [
    `- ${mark} **${text(name)}**${what}: ${text(said)}`,
    ...lines.map((line) => `  - ${text(line)}`),
  ].join('\n');
}
