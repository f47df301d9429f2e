import { headerValue } from '../../http/headers.ts';
import { scriptText, unescapeScript } from '../../http/html-scripts.ts';
import { htmlText } from '../../http/html-text.ts';
import { isHtml } from '../../http/media-type.ts';
import { isRedirect } from '../../http/status.ts';
import { parseUrl, withoutFragment } from '../../http/url.ts';
import { registeredMode } from '../../providers/registry/response-shapes.ts';
import type { ExchangeView } from '../exchange-view.ts';
import { type Params, paramsOf } from '../values/params.ts';

/** An authorization response that a page of the authorization server passes to the client. */
export interface PageResponse {
  readonly mode: 'form_post' | 'web_message';
  readonly wire: Params;
  /** Where the page sends it; empty when the page does not say. */
  readonly target: string;
}

/** Pages that pass on a response are short. Login pages with everything inline are longer. */
const MAX_PAGE = 256 * 1024;
const FORM_SIGN =
  /\bname\s{0,4}=\s{0,4}["']?(?:code|error|id_token|access_token|response)["'\s/>]/i;
const MESSAGE_SIGN = /postMessage|authorization_response/;

/** The HTML of a page that answered a navigation; null for everything else. */
function pageOf({ exchange, responseText }: ExchangeView): string | null {
  const { response, destination } = exchange;
  if (!response || responseText === null || responseText.length > MAX_PAGE) return null;
  if (isRedirect(response)) return null;
  if (destination === 'empty' || destination === 'worker') return null;
  const type = headerValue(response.headers, 'content-type');
  return isHtml(type) || /^\s*<(?:!doctype|html|form|script)/i.test(responseText)
    ? responseText
    : null;
}

/**
 * The response that a page posts to the client or sends as a message; null when it does neither.
 */
export function pageResponse(view: ExchangeView): PageResponse | null {
  const html = pageOf(view);
  if (html === null) return null;
  if (FORM_SIGN.test(html)) {
    const posted = byForm(html, view);
    if (posted) return posted;
  }
  return MESSAGE_SIGN.test(html) ? byMessage(html, view) : null;
}

/** OAuth 2.0 Form Post Response Mode section 2: a form with hidden inputs only. */
function byForm(html: string, view: ExchangeView): PageResponse | null {
  for (const { action, method, inputs } of htmlText(html).forms) {
    const target = parseUrl(action, withoutFragment(view.exchange.request.url));
    if (method !== 'post' || !target || action === '') continue;
    const shown = inputs.filter(({ type }) => !['hidden', 'submit', 'button'].includes(type));
    if (shown.length > 0) continue;
    const hidden = inputs.filter(({ type }) => type === 'hidden');
    const wire = paramsOf(hidden.map(({ name, value }) => ({ name, value, raw: value })));
    return { mode: 'form_post', wire, target: withoutFragment(target.href) };
  }
  return null;
}

const NAMES =
  'code|state|iss|error|error_description|error_uri|id_token|access_token|token_type|expires_in|scope|session_state|response|redirect_uri|targetOrigin';
const MEMBER = new RegExp(
  `(?<![\\w$])["']?(${NAMES})["']?\\s{0,8}[:=]\\s{0,8}` +
    String.raw`(?:"((?:[^"\\\r\n]|\\[^\r\n]){0,16384})"|'((?:[^'\\\r\n]|\\[^\r\n]){0,16384})'|(\d{1,12})(?![\w.]))`,
  'g',
);
const PLACES = new Set(['redirect_uri', 'targetOrigin']);

/**
 * OAuth 2.0 Web Message Response Mode: the parameters are literals in the script of the page. The
 * script is read as text, so computed values stay unknown.
 */
function byMessage(html: string, view: ExchangeView): PageResponse | null {
  const script = scriptText(html);
  if (!script.includes('postMessage')) return null;
  const asked = asksForMessage(view.query.get('response_mode') ?? '');
  if (!asked && !script.includes('authorization_response')) return null;
  const found = new Map<string, string>();
  for (const [, name = '', double, single, digits] of script.matchAll(MEMBER)) {
    const value = double ?? single;
    if (!found.has(name))
      found.set(name, value === undefined ? (digits ?? '') : unescapeScript(value));
  }
  const pairs = [...found]
    .filter(([name]) => !PLACES.has(name))
    .map(([name, value]) => ({ name, value, raw: value }));
  const target =
    found.get('redirect_uri') ?? view.query.get('redirect_uri') ?? found.get('targetOrigin');
  return { mode: 'web_message', wire: paramsOf(pairs), target: withoutFragment(target ?? '') };
}

/** Whether a response mode asks for a message to the opener, with parameters or a JWT of them. */
function asksForMessage(mode: string): boolean {
  return registeredMode(mode.replace(/\.jwt$/, '')) === 'web_message';
}
