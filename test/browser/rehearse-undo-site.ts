import { openSite } from './site-server.ts';

const TOKEN = 'Bearer real';

/** An application that calls an API of another origin, and a site that belongs to neither. */
export interface UndoSite {
  readonly app: string;
  readonly api: string;
  readonly elsewhere: string;
  close(): Promise<void>;
}

/** Resolves to the status with which the API answers the real token. */
export const CALL = 'call()';

const page = (api: string) => `<!doctype html><title>application</title>
<button type="button" id="other" onclick="open(location.href, '', 'width=500,height=400')">Another window</button>
<script>
const call = () => fetch('${api}/orders', { headers: { authorization: '${TOKEN}' } }).then(({ status }) => status);
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
