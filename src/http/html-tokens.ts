import { decodeEntities } from './html-entities.ts';

/** A piece of an HTML document. Names are lower-cased, text and attribute values decoded. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'start'; readonly name: string; readonly attributes: Attributes }
  | { readonly kind: 'end'; readonly name: string };

export type Attributes = ReadonlyMap<string, string>;

const DECODED_TEXT = ['title', 'textarea'];

/** Elements whose content is not markup, and how that content ends. */
const NO_MARKUP: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'iframe', 'noembed', 'noframes', 'noscript', 'xmp', ...DECODED_TEXT].map(
    (name) => [name, new RegExp(`</${name}(?=[\\s/>])`, 'gi')],
  ),
);

const TAG_NAME = /[A-Za-z][^\s/>]*/y;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
const REST_OF_TAG = /[\s/]*>?/y;

/**
 * HTML standard, "tokenization", as far as reading a page needs it. Looks at every character a
 * bounded number of times and never throws. Leaves out the content of script and similar elements.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) yield text(html.slice(at, end));
    if (open < 0) return;
    const next = html[open + 1] ?? '';
    if (/[A-Za-z]/.test(next)) {
      const tag = readTag(html, open + 1);
      yield { kind: 'start', name: tag.name, attributes: tag.attributes };
      at = tag.end;
      const content = rawContent(html, tag.name, at);
      if (content === null) continue;
      if (DECODED_TEXT.includes(tag.name)) yield text(html.slice(at, content));
      at = content;
    } else if (next === '/' && /[A-Za-z]/.test(html[open + 2] ?? '')) {
      const tag = readTag(html, open + 2);
      yield { kind: 'end', name: tag.name };
      at = tag.end;
    } else if (next === '!' || next === '?' || next === '/') {
      at = endOfComment(html, open);
    } else {
      yield { kind: 'text', text: '<' };
      at = open + 1;
    }
  }
}

function text(raw: string): HtmlToken {
  return { kind: 'text', text: decodeEntities(raw) };
}

function readTag(
  html: string,
  start: number,
): { name: string; attributes: Attributes; end: number } {
  TAG_NAME.lastIndex = start;
  const name = TAG_NAME.exec(html)?.[0] ?? '';
  const attributes = new Map<string, string>();
  let at = start + name.length;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(html);
    if (!found) break;
    const key = (found[1] ?? '').toLowerCase();
    const value = found[2] ?? found[3] ?? found[4] ?? '';
    if (!attributes.has(key)) attributes.set(key, decodeEntities(value));
    at += found[0].length;
  }
  REST_OF_TAG.lastIndex = at;
  return {
    name: name.toLowerCase(),
    attributes,
    end: at + (REST_OF_TAG.exec(html)?.[0].length ?? 0),
  };
}

/** Where the content of an element without markup ends; null for every other element. */
function rawContent(html: string, name: string, start: number): number | null {
  const close = NO_MARKUP.get(name);
  if (!close) return null;
  close.lastIndex = start;
  return close.exec(html)?.index ?? html.length;
}

function endOfComment(html: string, open: number): number {
  const comment = html.startsWith('<!--', open);
  // `<!-->` is an empty comment, so the closing dashes may be the opening ones.
  const close = comment ? html.indexOf('-->', open + 2) : html.indexOf('>', open);
  if (close < 0) return html.length;
  return close + (comment ? 3 : 1);
}
