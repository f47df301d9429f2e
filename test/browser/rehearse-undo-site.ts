import { until } from '../../playground/browsers/poll.ts';
import type { PageDriver } from '../../playground/page-driver.ts';
import { openSite } from './site-server.ts';

const TOKEN = 'Bearer real';

/** An application that calls an API of another origin, and a site that belongs to neither. */
export interface UndoSite {
  readonly app: string;
  readonly api: string;
  readonly elsewhere: string;
  close(): Promise<void>;
}

/** Lets the page call the API with the real token. Resolves to the status of the answer. */
export async function callApi(page: Pick<PageDriver, 'evaluate'>): Promise<number> {
  await page.evaluate(`(() => {
    delete document.documentElement.dataset.status;
    document.querySelector('#call').click();
    return true;
  })()`);
  const status = await until('the answer of the API', () =>
    page.evaluate<string>('document.documentElement.dataset.status'),
  );
  return Number(status);
}

const page = (api: string) => `<!doctype html><title>application</title>
<button type="button" id="other" onclick="open(location.href, '', 'width=500,height=400')">Another window</button>
<button type="button" id="call">Call</button>
<script>
document.querySelector('#call').onclick = async () => {
  const { status } = await fetch('${api}/orders', { headers: { authorization: '${TOKEN}' } });
  document.documentElement.dataset.status = status;
};
</script>`;

/** Starts the sites on free ports of the loopback interface. */
export async function startUndoSite(): Promise<UndoSite> {
  const api = await openSite((request, response) => {
    const cors = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*, authorization',
    };
    const known = request.method === 'OPTIONS' || request.headers.authorization === TOKEN;
    response.writeHead(known ? 200 : 401, { ...cors, 'cache-control': 'no-store' }).end('{}');
  });
  const serve = (body: string) =>
    openSite(
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(body),
    );
  const [app, elsewhere] = await Promise.all([
    serve(page(api.origin)),
    serve('<!doctype html><title>elsewhere</title>'),
  ]);
  return {
    app: app.origin,
    api: api.origin,
    elsewhere: elsewhere.origin,
    close: async () => {
      for (const site of [app, api, elsewhere]) await site.close();
    },
  };
}
