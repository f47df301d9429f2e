import { useEffect, useState } from 'preact/hooks';
import { askForSites } from '../../../../src/extension/ask-for-sites.ts';
import type { SiteAccess } from '../../../../src/extension/wire/rehearsal-order.ts';
import { hostOf } from '../../../../src/http/url.ts';
import type { OfferedFault } from '../../../../src/rehearsal/all-faults.ts';
import { coversAll } from '../../../../src/rehearsal/site-patterns.ts';
import { count, list } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { visible } from '../../view/visible.ts';

/** Which sites rules may act in; null until the background has said so. */
export function useSiteAccess(): SiteAccess | null {
  const { rehearsing } = useStore();
  const [access, setAccess] = useState<SiteAccess | null>(null);
  useEffect(() => rehearsing.port?.watchAccess(setAccess), [rehearsing]);
  return access;
}

/** What access to the sites of the login would add, the button that asks for it, and the one that gives it back. */
export function SiteAccessNote({
  access,
  offers,
}: {
  readonly access: SiteAccess | null;
  readonly offers: readonly OfferedFault[];
}) {
  const { port } = useStore().rehearsing;
  const byRules = offers.filter(({ rulePlan }) => rulePlan !== null);
  const sites = byRules[0]?.rulePlan?.sites ?? [];
  if (!access || !port || sites.length === 0) return null;
  const hosts = list(sites.map((site) => visible(hostOf(site) ?? site)));
  const hasAccess = coversAll(access.all.origins, sites);
  const isOwn = access.own.origins.length > 0;
  return (
    <div class="site-access" data-testid="site-access">
      <p>
        {hasAccess
          ? `With access to ${hosts}, ${count(byRules.length, 'fault')} are made by rules of the browser, which also reach workers and pages that are just loading.`
          : `${count(byRules.length, 'fault')} need access to ${hosts}, or reach more with it: the browser then changes the requests of this tab to these sites, while a fault is on.`}{' '}
        {!hasAccess && (
          <button type="button" class="plain" onClick={() => askForSites(sites, access, port)}>
            Allow…
          </button>
        )}
        {isOwn && (
          <button type="button" class="plain" onClick={() => port.giveBack()}>
            Give back
          </button>
        )}
      </p>
    </div>
  );
}
