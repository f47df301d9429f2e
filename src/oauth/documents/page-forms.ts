import type { Exchange } from '../../http/exchange.ts';
import { htmlText } from '../../http/html-text.ts';
import { parseUrl, withoutFragment } from '../../http/url.ts';
import { responseText } from '../exchange-view.ts';

/** Forms of a page that are looked at: a page of an authorization server has a few. */
const MAX_FORMS = 20;

/** The URLs that the forms of a page post to (HTML standard, "form submission"), each once. */
export function postTargets(exchange: Exchange): readonly string[] {
  const html = responseText(exchange);
  if (html === null || !/<form\b/i.test(html)) return [];
  const here = withoutFragment(exchange.request.url);
  const posting = htmlText(html).forms.filter(({ method }) => method === 'post');
  const targets = posting.slice(0, MAX_FORMS).flatMap(({ action }) => {
    const target = action === '' ? here : parseUrl(action, here)?.href;
    return target === undefined ? [] : [withoutFragment(target)];
  });
  return [...new Set(targets)];
}
