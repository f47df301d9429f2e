import { isDevelopmentHost } from '../../../src/http/development-host.ts';
import { hostOf, parseUrl } from '../../../src/http/url.ts';
import { serverOf } from '../../../src/rehearsal/chosen-plan.ts';
import type { PagePlan } from '../../../src/rehearsal/page-plan.ts';
import type { RulePlan } from '../../../src/rehearsal/rule-plan.ts';

/** The server that a plan is about, if others run it: its operator may notice. Empty otherwise. */
export function foreignHosts(plan: PagePlan | RulePlan): readonly string[] {
  const url = serverOf(plan);
  const host = parseUrl(url)?.hostname ?? '';
  const name = isDevelopmentHost(host) ? null : hostOf(url);
  return name === null ? [] : [name];
}
