import type { LinksOf } from '../links.ts';
import { byClosestLogin } from '../seeks.ts';

/** Joins of a session iframe: to the login at that server which is closest in time. */
const links: LinksOf<'session-iframe'> = ({ exchange }) => ({
  provides: [],
  seeks: [byClosestLogin(exchange.request.url, exchange)],
  rootable: false,
});

export default links;
