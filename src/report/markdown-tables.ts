import type { Placeholder, RedactionNote } from '../http/recording.ts';
import type { Message } from '../oauth/message.ts';
import { messageWord } from '../words/kinds.ts';
import { answerRows, type MessageRow, sentRows } from './message-rows.ts';
import { countPlaceholders, PLACEHOLDER_CLASSES } from './placeholder-list.ts';
import { cut } from './plain.ts';

/** Makes a text of the recording safe to stand in Markdown. */
type Text = (value: string) => string;

const MAX_VALUE = 300;
const MAX_PLACEHOLDERS = 100;

/** A table of GitHub Flavored Markdown. The cells are finished Markdown. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Markdown that a reader opens with a click. The summary is plain text of ours. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

/** What the messages carry, closed unless it is the only one; empty when they carry nothing. */
export function messageTables(
  messages: readonly (readonly [number, Message])[],
  text: Text,
  isOnly: boolean,
): string {
  const sections = messages.flatMap(([index, message]) => {
    const tables = [
      ...rowTable('Parameter', sentRows(message), text),
      ...rowTable('Member of the response', answerRows(message), text),
    ];
    return tables.length === 0 ? [] : [`**Step ${index + 1}: ${messageWord(message)}**`, ...tables];
  });
  if (sections.length === 0) return '';
  const content = sections.join('\n\n');
  return isOnly ? content : folded('Parameters and responses', content);
}

function rowTable(head: string, rows: readonly MessageRow[], text: Text): readonly string[] {
  if (rows.length === 0) return [];
  const cells = rows.map(({ name, value }) => [text(name), text(cut(value, MAX_VALUE))]);
  return [markdownTable([head, 'Value'], cells)];
}

/** What was replaced, and what may be known of it. */
export function placeholderLegend(
  placeholders: readonly Placeholder[],
  { hides }: RedactionNote,
  text: Text,
): string {
  const hidden = hides.map((one) => `- ${text(one)}`).join('\n');
  if (placeholders.length === 0) {
    return ['---', 'Nothing in this report had to be redacted.', hidden]
      .filter(Boolean)
      .join('\n\n');
  }
  const rows = placeholders
    .slice(0, MAX_PLACEHOLDERS)
    .map((one) => [
      one.name,
      one.label.replaceAll('-', ' '),
      PLACEHOLDER_CLASSES[one.class],
      String(one.length ?? 'not told'),
    ]);
  return [
    '---',
    `Redacted by value: ${countPlaceholders(placeholders)}. Equal placeholders stand for equal values, different ones for different values.`,
    hidden,
    folded(
      'Placeholders',
      markdownTable(['placeholder', 'stands for', 'kind', 'characters'], rows),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}
