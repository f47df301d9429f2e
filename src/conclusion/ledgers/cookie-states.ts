import type { CookieState } from '../../flow/facts/cookie-rows.ts';

/** The states of a cookie as signs and words. */
export const COOKIE_WORDS: Readonly<Record<CookieState, readonly [mark: string, word: string]>> = {
  lost: ['✖', 'missing, and the login failed because of it'],
  refused: ['✖', 'not stored by the browser'],
  missing: ['⚠', 'missing at a page'],
  unseen: ['◌', 'cannot tell'],
  sent: ['✔', 'sent'],
  unused: ['·', 'not asked for by a later page'],
  removed: ['⊘', 'removed by the server'],
  earlier: ['·', 'set before this flow'],
};
