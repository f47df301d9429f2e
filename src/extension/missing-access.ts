import { coversAll, sitePattern } from '../rehearsal/site-patterns.ts';
import type { Browser } from './browsers/browser.ts';
import type { Given } from './wire/rehearsal-order.ts';

/** What is to be asked for, beside what the extension has: exactly these sites, and what rules need. */
export function missingAccess(
  { origins, permissions }: Given,
  sites: readonly string[],
  { patternsHavePorts, rulePermissions }: Pick<Browser, 'patternsHavePorts' | 'rulePermissions'>,
): Given {
  const missing = sites.filter((site) => !coversAll(origins, [site]));
  return {
    permissions: rulePermissions.filter((one) => !permissions.includes(one)),
    origins: [...new Set(missing.map((site) => sitePattern(site, patternsHavePorts)))],
  };
}
