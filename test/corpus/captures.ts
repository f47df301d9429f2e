import { readdirSync, readFileSync } from 'node:fs';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import { readHar } from '../../src/har/read-har.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { withoutQuery } from '../../src/http/url.ts';
import type { Recorded } from './recorded.ts';

const FOLDER = new URL('../captures/', import.meta.url);
const BROWSERS = ['chromium', 'firefox', 'keycloak/chromium', 'keycloak/firefox'];

/** Every document that browsers recorded around logins, and that belongs to none. */
export function pagesOfCaptures(): readonly Recorded[] {
  return BROWSERS.flatMap((browser) => {
    const folder = new URL(`${browser}/`, FOLDER);
    return readdirSync(folder).flatMap((file) =>
      pagesOutside(new URL(file, folder)).map((exchange) => ({
        name: `${browser}: ${exchange.request.method} ${new URL(withoutQuery(exchange.request.url)).pathname}`,
        exchange,
      })),
    );
  });
}

function pagesOutside(url: URL): readonly Exchange[] {
  const har = readHar(readFileSync(url, 'utf8'), { file: url.pathname, source: 0 });
  if (!har.ok) throw new Error(har.message);
  const analysis = createAnalysis();
  har.exchanges.forEach(analysis.add);
  const { flows, loose } = analysis.snapshot();
  const messages = [...flows.flatMap(({ flow }) => flow.messages), ...loose];
  const told = new Set(
    messages.flatMap((message) => [
      message.exchange.id,
      message.kind === 'authorization-response' ? message.issuedBy?.id : undefined,
    ]),
  );
  return har.exchanges.filter(({ id, destination }) => destination === 'document' && !told.has(id));
}
