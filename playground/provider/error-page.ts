import { escapeHtml, htmlPage } from '../html.ts';

interface Context {
  type: string;
  body: string;
}

/** Renders oidc-provider's error page in its own words, without its external font. */
export function renderErrorPage(context: Context, out: Readonly<Record<string, unknown>>): void {
  context.type = 'html';
  context.body = errorPage(out);
}

/** The page for errors that cannot be sent back to the client (RFC 6749 section 4.1.2.1). */
export function errorPage(out: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(out)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<pre><strong>${name}</strong>: ${escapeHtml(String(value))}</pre>`);
  return htmlPage({
    title: 'oops! something went wrong',
    data: { state: 'error-page' },
    body: `<h1>oops! something went wrong</h1>\n${lines.join('\n')}`,
  });
}
