import { type Attributes, htmlTokens } from './html-tokens.ts';

interface HtmlInput {
  readonly name: string;
  readonly value: string;
  /** Lower-cased; `text` when the page gives none. */
  readonly type: string;
}

export interface HtmlForm {
  /** As written in the page; empty when the form posts to its own URL. */
  readonly action: string;
  /** Lower-cased. */
  readonly method: string;
  readonly inputs: readonly HtmlInput[];
}

/** The text that a user reads on a page, and the forms that the page submits. */
export interface HtmlText {
  readonly title: string;
  /** The lines, joined. */
  readonly text: string;
  readonly lines: readonly string[];
  readonly forms: readonly HtmlForm[];
}

const MAX_INPUT = 256 * 1024;
const MAX_TEXT = 20 * 1024;
const MAX_FIELDS = 500;

/** Elements whose content is not part of a message to the user. */
const UNREAD = new Set(['template', 'svg', 'math', 'select', 'object', 'audio', 'video']);

const BLOCKS = new Set(
  (
    'address article aside blockquote body br button center dd details dialog div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p ' +
    'pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const CELLS = new Set(['td', 'th']);

/**
 * Reads an HTML page as text, in linear time and without interpreting it: the first 256 KiB of the
 * page, at most 20 KiB of text. Follows the tokens of the HTML standard, not its tree.
 */
export function htmlText(html: string): HtmlText {
  const page = new Page();
  for (const token of htmlTokens(html.slice(0, MAX_INPUT))) {
    if (token.kind === 'text') page.text(token.text);
    else if (token.kind === 'start') page.start(token.name, token.attributes);
    else page.end(token.name);
  }
  return page.result();
}

class Page {
  private title: string | null = null;
  private inTitle = false;
  private readonly lines: string[] = [];
  private line: string[] = [];
  private length = 0;
  private pre = 0;
  private unread: { readonly name: string; depth: number } | null = null;
  private readonly forms: { action: string; method: string; inputs: HtmlInput[] }[] = [];
  private inForm = false;
  private fields = 0;

  text(text: string): void {
    if (this.unread) return;
    if (this.inTitle) {
      this.title ??= collapse(text);
      return;
    }
    if (this.length > MAX_TEXT) return;
    if (this.pre === 0) {
      this.append(text);
      return;
    }
    text.split('\n').forEach((part, index) => {
      if (index > 0) this.breakLine();
      this.append(part);
    });
  }

  start(name: string, attributes: Attributes): void {
    if (this.unread) {
      if (this.unread.name === name) this.unread.depth += 1;
      return;
    }
    if (UNREAD.has(name)) this.unread = { name, depth: 1 };
    else if (name === 'title') this.inTitle = true;
    else if (name === 'form') this.openForm(attributes);
    else if (name === 'input') this.addInput(attributes);
    if (name === 'pre') this.pre += 1;
    this.separate(name);
  }

  end(name: string): void {
    if (this.unread) {
      if (this.unread.name !== name) return;
      this.unread.depth -= 1;
      if (this.unread.depth === 0) this.unread = null;
      return;
    }
    if (name === 'title') this.inTitle = false;
    else if (name === 'form') this.inForm = false;
    else if (name === 'pre') this.pre = Math.max(0, this.pre - 1);
    this.separate(name);
  }

  result(): HtmlText {
    this.breakLine();
    const text = this.lines.join('\n').slice(0, MAX_TEXT);
    const lines = text === '' ? [] : text.split('\n');
    return { title: (this.title ?? '').slice(0, MAX_TEXT), text, lines, forms: this.forms };
  }

  private append(text: string): void {
    this.line.push(text);
    this.length += text.length;
  }

  private separate(name: string): void {
    if (BLOCKS.has(name)) this.breakLine();
    else if (CELLS.has(name)) this.line.push(' ');
  }

  private breakLine(): void {
    const line = collapse(this.line.join(''));
    this.line = [];
    if (line !== '') this.lines.push(line);
  }

  private openForm(attributes: Attributes): void {
    // The standard ignores a form inside a form.
    if (this.inForm || this.fields++ >= MAX_FIELDS) return;
    this.inForm = true;
    const action = attributes.get('action')?.trim() ?? '';
    const method = attributes.get('method')?.trim().toLowerCase() ?? 'get';
    this.forms.push({ action, method, inputs: [] });
  }

  private addInput(attributes: Attributes): void {
    const form = this.inForm ? this.forms.at(-1) : undefined;
    const name = attributes.get('name');
    if (!form || name === undefined || this.fields++ >= MAX_FIELDS) return;
    const type = attributes.get('type')?.trim().toLowerCase() ?? 'text';
    form.inputs.push({ name, value: attributes.get('value') ?? '', type });
  }
}

/** White space becomes one space; other control characters are dropped. */
function collapse(text: string): string {
  return text.replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ').trim();
}
