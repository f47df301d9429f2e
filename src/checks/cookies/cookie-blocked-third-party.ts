import { hiddenSession } from '../../flow/facts/hidden-session.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, oidc, parameter } from '../check.ts';
import { cookieSpec, lostCookieCheck, nameOf, placeOf } from '../shared/lost-cookie-check.ts';

const MAX_NAMES = 3;

const framed = lostCookieCheck({
  losses: ['framed'],
  title: 'The browser keeps a cookie out of the frame of another site',
  why: 'In a frame, cookies of another site than the one in the address bar are third-party cookies. Safari and Firefox keep them back, Chromium does by the setting of the user, and no browser sends Lax or Strict cookies there.',
  fix: 'Log in as a redirect of the whole page or in a popup.',
  specs: [cookieSpec('7.1'), oidc('3.1.2.6')],
  tell: (lost) => ({
    observed: `${placeOf(lost)} was loaded in a frame that a page of another site embeds, and came without ${nameOf(lost)}.`,
    fix: `Log in in a popup or a window of its own, or set ${nameOf(lost)} with SameSite=None; Secure; Partitioned.`,
  }),
});

export default defineCheck({
  ...framed,
  *check(flow) {
    yield* framed.check(flow, flow);
    for (const [message, response] of flow.messages.entries()) {
      if (response.kind !== 'authorization-response') continue;
      const hidden = hiddenSession(response, flow);
      if (!hidden) continue;
      const { server, names, before } = hidden;
      const named = list(names.slice(0, MAX_NAMES).map((name) => quote(name, 40)));
      yield {
        at: parameter('error'),
        message,
        severity: 'warning',
        certainty: 'likely',
        effect: 'request-fails',
        observed: `In a frame of another site the browser sent no cookie to ${server}, so the server saw no session; ${span(before)} earlier the window itself had ${named}.`,
        fix: 'Renew with a refresh token, or serve the authorization server under the same site as the application.',
        explains: [
          'silent-renew-login-required',
          'authz-error-login-required',
          'authz-error-interaction-required',
          'authz-error-account-selection-required',
        ],
      };
      return;
    }
  },
});
