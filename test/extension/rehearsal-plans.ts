import type { PageDeed, PagePlan } from '../../src/rehearsal/page-plan.ts';

/** Origin of the application. */
export const APP = 'https://app.example.com';
export const TOKEN = 'https://as.example.com/token';

/** A plan for the refreshes of an invented application. */
export const planOf = (deed: PageDeed, change: Partial<PagePlan> = {}): PagePlan => ({
  fault: 'a-fault',
  title: 'A fault',
  origin: APP,
  calls: { method: 'POST', url: TOKEN, parameter: 'refresh_token' },
  deed,
  once: true,
  ...change,
});
