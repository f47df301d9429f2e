import { bareFormPost } from '../../flow/facts/bare-form-post.ts';
import { lostCookie } from '../../flow/facts/lost-cookie.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, header } from '../check.ts';
import { cookieSpec, lostCookieCheck, nameOf } from '../shared/lost-cookie-check.ts';

const known = lostCookieCheck({
  losses: ['lax-post'],
  title: 'The response came by POST, and a cookie of the login is SameSite=Lax',
  why: 'With response_mode=form_post a page of the authorization server posts the response. Browsers send Lax cookies with a GET from another site, but not with a POST.',
  fix: 'Set the cookie with SameSite=None; Secure.',
  specs: [cookieSpec('5.8.3')],
  tell: (lost) => {
    const age = lost.request.startedAt - lost.setBy.endedAt;
    const how =
      lost.cookie.sameSite === null
        ? `has no SameSite, which Chromium takes for Lax after two minutes (it was ${span(age)} old)`
        : 'is SameSite=Lax';
    return {
      observed: `${nameOf(lost)} ${how}, so the browser kept it back when another site posted the response.`,
      expected: 'SameSite=None; Secure',
      fix: `Set ${nameOf(lost)} with SameSite=None; Secure, or ask for response_mode=query where the server allows it.`,
    };
  },
});

export default defineCheck({
  ...known,
  *check(flow) {
    yield* known.check(flow, flow);
    const posted = lostCookie(flow) ? null : bareFormPost(flow);
    if (!posted) return;
    const [name] = posted.kept;
    const seen = name
      ? `without ${quote(name, 48)}, which other requests to the same host carry`
      : 'without any cookie';
    yield {
      at: header('Cookie'),
      message: posted.failed.message,
      certainty: 'likely',
      title: 'The response came by POST, with which browsers keep cookies back',
      observed: `Another site posted the response, and it came ${seen}. Browsers send only cookies with SameSite=None there.`,
      fix: 'Set the cookies of the login with SameSite=None; Secure, or ask for response_mode=query where the server allows it.',
    };
  },
});
