import type { Exchange } from '../../src/http/exchange.ts';
import { withoutQuery } from '../../src/http/url.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { exchangesOf, exportsOf } from '../helpers/captures.ts';
import type { Recorded } from './recorded.ts';

/** Every document that a browser recorded around a login and that belongs to no login. */
export function pagesOfCaptures(): readonly Recorded[] {
  return [...exportsOf('playground'), ...exportsOf('keycloak')].flatMap(({ path, folder }) =>
    pagesOutside(exchangesOf(path)).map((exchange) => ({
      name: `${folder}: ${exchange.request.method} ${new URL(withoutQuery(exchange.request.url)).pathname}`,
      exchange,
    })),
  );
}

function pagesOutside(exchanges: readonly Exchange[]): readonly Exchange[] {
  const { flows, loose } = snapshotOf(exchanges);
  const messages = [...flows.flatMap(({ flow }) => flow.messages), ...loose];
  const told = new Set(
    messages.flatMap((message) => [
      message.exchange.id,
      message.kind === 'authorization-response' ? message.issuedBy?.id : undefined,
    ]),
  );
  return exchanges.filter(({ id, destination }) => destination === 'document' && !told.has(id));
}
