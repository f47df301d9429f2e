import { originOf } from '../../http/cors-request.ts';
import type { Exchange } from '../../http/exchange.ts';
import { isOk } from '../../http/status.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import type { LinksOf } from '../links.ts';
import { byHolder } from '../seeks.ts';
import { ofKind } from '../seeks-back-channel.ts';

const MINUTE = 60_000;

/**
 * Joins of a health check: one that fails, to the attempt of the page that holds a token, else to the
 * login that the page then begins. One that succeeds belongs to the one that failed before.
 */
const links: LinksOf<'health-check'> = ({ exchange }) => {
  const { url } = exchange.request;
  return {
    provides: [key.endpoint(url)],
    seeks: isAnswered(exchange) ? [byFailure(url)] : [byHolder(exchange), byNextLogin(exchange)],
    rootable: false,
  };
};

/** Whether the page got a good answer: the browser may have withheld it (CORS). */
function isAnswered({ response, delivered }: Exchange): boolean {
  return isOk(response) && delivered !== false;
}

/** Joins to the check before, when it failed. */
function byFailure(url: string): Seek {
  const accept = ({ sighting, exchange }: Item): boolean =>
    sighting.kind === 'health-check' && !isAnswered(exchange);
  return { key: key.endpoint(url), pick: 'previous', within: 10 * MINUTE, accept };
}

/** Joins to the next login that returns to the page. */
function byNextLogin(exchange: Exchange): Seek | null {
  const origin = originOf(exchange);
  if (origin === null) return null;
  const accept = ofKind('authorization-request');
  return { key: key.returnsTo(origin), pick: 'next', within: 10 * MINUTE, accept };
}

export default links;
