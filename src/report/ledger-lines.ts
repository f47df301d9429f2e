import type { Ledger, LedgerRow } from '../conclusion/ledgers/ledger.ts';

/** A text of the recording on one line, redacted. */
type Text = (value: string) => string;

/**
 * A ledger for a terminal. `brief`: what is wrong, and a count of the rest.
 */
export function ledgerLines(
  { title, counts, note, rows, more }: Ledger,
  text: Text,
  brief: boolean,
): readonly string[] {
  const shown = brief ? rows.filter(({ isBad }) => isBad) : rows;
  return [
    '',
    `  ${title}: ${text(counts)}`,
    ...(note === null ? [] : [`    ◌ ${text(note)}`]),
    ...shown.flatMap((row) => rowLines(row, text, brief)),
    ...(more > 0 && !brief ? [`    and ${more} more`] : []),
  ];
}

function rowLines(
  { mark, name, form, text: said, lines }: LedgerRow,
  text: Text,
  brief: boolean,
): readonly string[] {
  const what = form === null ? '' : ` (${text(form)})`;
  return [
    `    ${mark} ${text(name)}${what}: ${text(said)}`,
    ...(brief ? [] : lines.map((line) => `        ${text(line)}`)),
  ];
}
