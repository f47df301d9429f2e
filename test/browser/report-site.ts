import { openSite } from './site-server.ts';

/** A local server with one page. It remembers what else is asked for. */
export interface ReportSite {
  /** Without a slash at its end. */
  readonly url: string;
  readonly page: string;
  /** Paths that were requested besides the page. */
  readonly others: readonly string[];
  show(html: string): void;
  close(): Promise<void>;
}

/** Starts the server on a free port of the loopback interface. */
export async function startReportSite(): Promise<ReportSite> {
  let shown = '';
  const others: string[] = [];
  const { origin, close } = await openSite((request, response) => {
    if (request.url === '/report.html') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shown);
      return;
    }
    others.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  return {
    url: origin,
    page: `${origin}/report.html`,
    others,
    show: (html) => {
      shown = html;
    },
    close,
  };
}

/** Texts that load something from the address, or run, when a page does not treat them as text. */
export function loadingTexts(url: string): string {
  return [
    `<img src="${url}/image" onerror="globalThis.hostile=1">`,
    `"><script src="${url}/script"></script><script>globalThis.hostile=1</script>`,
    `</title></style></table></details><link rel="stylesheet" href="${url}/style">`,
    `<meta http-equiv="refresh" content="0;url=${url}/refresh">`,
    `<iframe src="${url}/frame"></iframe><object data="${url}/object"></object>`,
    `<svg onload="globalThis.hostile=1"><image href="${url}/svg"/></svg>`,
    `<style>@import "${url}/import";*{background:url(${url}/background)}</style>`,
    `<base href="${url}/"><form action="${url}/form"><input autofocus onfocus="globalThis.hostile=1">`,
    `javascript:globalThis.hostile=1 data:text/html,<script>globalThis.hostile=1</script>`,
  ].join(' ');
}
