import { originOfUrl } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import type { Item, Seek } from '../item.ts';
import { key } from '../keys.ts';
import { type LinksOf, named } from '../links.ts';

const MINUTE = 60_000;

const isRequest = ({ sighting }: Item): boolean => sighting.kind === 'authorization-request';

/** Joins a login that another site asks for to the request that the client then sends. */
const links: LinksOf<'third-party-initiated-login'> = ({ exchange, issuer, params }) => {
  const { url } = exchange.request;
  const target = redirectTarget(exchange);
  const here = originOfUrl(url);
  const next = (name: string, within: number, accept: Seek['accept']): Seek => ({
    key: name,
    pick: 'next',
    within,
    accept,
  });
  return {
    provides: [named(key.redirected, target), key.page(url)],
    seeks: [
      target ? next(key.page(target), MINUTE, isRequest) : null,
      issuer === null
        ? null
        : next(
            key.server(issuer),
            2 * MINUTE,
            ({ sighting }) =>
              sighting.kind === 'authorization-request' &&
              originOfUrl(sighting.effective('redirect_uri') ?? '') === here,
          ),
    ],
    rootable: params.has('target_link_uri'),
  };
};

export default links;
