import type { Exchange } from '../../http/exchange.ts';
import { htmlText } from '../../http/html-text.ts';
import { parseUrl, withoutFragment } from '../../http/url.ts';
import { responseText } from '../exchange-view.ts';

/** At most this many forms of a page are read; a page of an authorization server has a few. */
const MAX_FORMS = 20;

/** The distinct URLs to which the forms of a page post (HTML standard, "form submission"). */
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
