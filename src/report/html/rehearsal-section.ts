import { REHEARSAL_HEADS } from '../../rehearsal/rehearsal-rows.ts';
import { hitLines, rehearsalCells, type ShownRehearsal } from '../shown-rehearsals.ts';
import { type HtmlWriter, table } from './html-writer.ts';
import { html, type Markup } from './markup.ts';

/** The faults that the user switched on, and what the application did. */
export function rehearsalSection(
  shown: readonly ShownRehearsal[],
  { text }: HtmlWriter,
): Markup | null {
  if (shown.length === 0) return null;
  const cells = rehearsalCells(shown).map((row) => row.map((cell) => text(cell)));
  const journal = shown.map(
    ({ note }) =>
      html`<li>${text(note.title)}${hitLines(note).map((line) => html` · <code>${text(line, 600)}</code>`)}</li>`,
  );
  return html`<section><h2>Rehearsed by you</h2>${table('Rehearsals', REHEARSAL_HEADS, cells)}
<ul class="plain">${journal}</ul></section>
`;
}
