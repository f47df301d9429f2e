import { call, form, page, redirect } from '../../traffic/sketch.ts';
import type { Templates } from '../template.ts';

/** One-time codes, links in mails, and what sites write into their own URLs. */
export const links: Templates = {
  'a code from a text message': (at, random, { app, api }) => [
    call(at, app, `${api}/otp/verify`, {
      body: form({ phone: '+15550100', code: random.digits(6) }),
      status: random.pick([200, 400]),
      answerBody: { error: 'invalid_code' },
    }),
  ],
  'a code from a mail, in the URL': (at, random, { app }) => [
    page(at, `${app}/verify?code=${random.digits(6)}&email=user%40example.com`),
  ],
  'a magic link': (at, random, { app }) => [
    redirect(at, `${app}/auth/verify?token_hash=${random.hex(56)}&type=magiclink`, `${app}/home`),
  ],
  'a magic link with a session in the fragment': (at, random, { app }) => [
    page(at, `${app}/welcome?token=${random.token(43)}&type=recovery`),
  ],
  'Firebase’s mail action': (at, random, { app }) => [
    page(at, `${app}/__/auth/action?mode=verifyEmail&oobCode=${random.token(54)}&apiKey=AIza`),
  ],
  'a password reset': (at, random, { app }) => [
    page(at, `${app}/reset?token=${random.token(64)}&state=reset`),
  ],
  'an invitation': (at, random, { app }) => [
    page(at, `${app}/join?invite=${random.token(22)}&code=${random.token(22)}`),
  ],
  'an unsubscribe link': (at, random, { app }) => [
    page(at, `${app}/unsubscribe?token=${random.token(40)}&state=confirmed`),
  ],
  'a list with a filter on its state': (at, random, { app }) => [
    page(at, `${app}/issues?state=${random.pick(['open', 'closed', 'all'])}&sort=created&page=2`),
  ],
  'a site’s own error page': (at, random, { app }) => [
    page(at, `${app}/oops?error=${random.pick(['404', 'not_found', 'maintenance'])}`, {
      status: 404,
    }),
  ],
  'a login form of the site that refuses a password': (at, _, { app }) => [
    redirect(at, `${app}/login`, `${app}/login?error=1`, { method: 'POST', body: 'u=a&p=b' }),
    page(at + 0.2, `${app}/login?error=1`),
  ],
  'a short link': (at, random, { app }) => [
    redirect(at, `https://go.example.com/${random.token(7)}`, `${app}/p?code=${random.token(9)}`),
  ],
  'a language switch': (at, random, { app }) => [
    redirect(at, `${app}/?lang=de&code=${random.token(8)}`, `${app}/de/`),
  ],
  'a share link with a state of the map': (at, random, { app }) => [
    page(at, `${app}/map?state=${random.token(60)}&scope=city`),
  ],
};
