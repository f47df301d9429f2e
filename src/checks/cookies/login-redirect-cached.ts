import { failedReturn } from '../../flow/facts/failed-return.ts';
import { cachedStart } from '../../flow/facts/login-start.ts';
import { withoutQuery } from '../../http/url.ts';
import { span } from '../../words/times.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'The redirect that begins the login came from a cache',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'A redirect with a state is for one login only. From a cache it brings an old state, and the application, which was not asked, sets no cookie for it.',
  fix: 'Answer the start of the login with Cache-Control: no-store.',
  specs: [rfc(9111, '5.2.2.5'), rfc(6749, '10.12')],
  explains: ['redirect-landing-failed', 'state-reused', 'nonce-reused', 'pkce-challenge-reused'],
  subject: 'flow',
  *check(flow) {
    const failed = failedReturn(flow);
    const start = failed && cachedStart(flow);
    if (!failed || !start) return;
    const place = withoutQuery(start.url);
    const where = start.fromCache ? "the browser's cache" : 'the cache of a proxy';
    const age = start.age === null ? '' : `, ${span(start.age * 1_000)} old`;
    yield {
      at: TARGET_URL,
      message: failed.message,
      observed: `The redirect from ${place} to the authorization server came out of ${where}${age}, with the state of an earlier login, and the callback refused it.`,
      expected: 'Cache-Control: no-store',
      fix: `Answer ${place} with Cache-Control: no-store, and see that no proxy adds max-age to it.`,
    };
  },
});
