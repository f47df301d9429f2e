import { parseUrl } from '../../http/url.ts';
import type { Seek } from '../item.ts';
import { key } from '../keys.ts';
import { type LinksOf, named } from '../links.ts';

const MINUTE = 60_000;

/**
 * A host and its parent domains, because the well-known file of FedCM is at the registrable domain.
 */
function hostAndAbove(url: string): readonly string[] {
  const labels = parseUrl(url)?.hostname.split('.') ?? [];
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

/** Joins of a FedCM request: to the assertion that it led to, else to its list of accounts. */
const links: LinksOf<'fedcm-request'> = ({ exchange, step, token }) => {
  const { url } = exchange.request;
  const host = parseUrl(url)?.hostname ?? '';
  const seek = (wanted: string): Seek => ({
    key: key.fedcm(host),
    pick: 'closest',
    within: 10 * MINUTE,
    accept: ({ sighting }) => sighting.kind === 'fedcm-request' && sighting.step === wanted,
  });
  const leads = step === 'assertion' || step === 'accounts';
  return {
    provides: [
      ...(leads ? hostAndAbove(url).map(key.fedcm) : []),
      named(key.token, token),
      key.endpoint(url),
    ],
    seeks: step === 'assertion' ? [] : [seek('assertion'), leads ? null : seek('accounts')],
    rootable: leads,
  };
};

export default links;
