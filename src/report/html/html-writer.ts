import type { Placeholder, RedactionNote } from '../../http/recording.ts';
import { cut } from '../plain.ts';
import type { Shared } from '../shared.ts';
import { escapeHtml, html, Markup, type Part } from './markup.ts';

/** Longer texts of the recording are cut off. */
const MAX_TEXT = 2_000;

/** Writes texts of the recording into HTML. */
export interface HtmlWriter {
  /** A text of the recording, or about it: placeholders by name, each with what it stands for. */
  readonly text: (value: string, most?: number) => Markup;
  /** The same for an attribute or a title: no elements. */
  readonly plain: (value: string) => string;
}

const NAME = /‹[^‹›]{1,80}›/g;

/** The writer for a redacted recording. */
export function htmlWriter({ recording, name }: Shared): HtmlWriter {
  const titles = titlesOf(recording.redaction);
  return {
    text: (value, most = MAX_TEXT) => {
      const shown = escapeHtml(cut(name(value), most));
      return new Markup(
        shown.replace(NAME, (placeholder) => {
          const title = titles.get(placeholder);
          return title === undefined ? placeholder : marked(placeholder, title).text;
        }),
      );
    },
    plain: (value) => cut(name(value), MAX_TEXT),
  };
}

const marked = (name: string, title: string): Markup =>
  html`<span class="value" title="${title}">${name}</span>`;

function titlesOf({ placeholders }: RedactionNote): ReadonlyMap<string, string> {
  return new Map(placeholders.map((one) => [one.name, placeholderWords(one)]));
}

/** What may be known of a replaced value: `code, 26 characters`. */
function placeholderWords({ label, length }: Placeholder): string {
  const what = label.replaceAll('-', ' ');
  return length === null ? what : `${what}, ${length} characters`;
}

/** A table with a caption that only screen readers need. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Part[])[],
) {
  return html`<div class="wide"><table><caption class="unseen">${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first = null, ...rest]) =>
      html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
  )}</tbody></table></div>`;
}
