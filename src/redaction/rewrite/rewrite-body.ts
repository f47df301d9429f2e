import type { Body, Header } from '../../http/exchange.ts';
import { headerValue } from '../../http/headers.ts';
import { isHtml } from '../../http/media-type.ts';
import { multipartFields } from '../../http/multipart.ts';
import { rewriteHtml } from './rewrite-html.ts';
import { rewriteJson } from './rewrite-json.ts';
import { rewriteForm, type UrlWork } from './rewrite-url.ts';

/** A form has no spaces or quotes (URL standard, "application/x-www-form-urlencoded"). */
const FORM = /^[\w.%[\]-]+=[^\s"<>]*$/;

/** A body with its values replaced, for any media type. */
export function rewriteBody(body: Body, headers: readonly Header[], work: UrlWork): Body {
  if (!('text' in body) || body.text === '') return body;
  const text = rewriteText(body.text, headerValue(headers, 'content-type'), work);
  return text === body.text ? body : { ...body, text };
}

function rewriteText(text: string, type: string | null, work: UrlWork): string {
  const fields = multipartFields(text, type);
  if (fields.length > 0) {
    const pieces: string[] = [];
    let done = 0;
    for (const { name, value, start, end } of fields) {
      pieces.push(text.slice(done, start), work.leaf(name, value));
      done = end;
    }
    return work.text([...pieces, text.slice(done)].join(''));
  }
  if (/^\s*[[{]/.test(text)) return rewriteJson(text, work.leaf);
  if (isHtml(type) || /^\s*</.test(text)) return rewriteHtml(text, work);
  return FORM.test(text) ? rewriteForm(text, work) : work.text(text);
}
