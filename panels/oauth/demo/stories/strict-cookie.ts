import { exchange } from '../demo-exchanges.ts';
import { APP, attempt, authorizeUrl, HTML, responseUrl, SERVER, signIn } from '../demo-login.ts';
import type { DemoStory } from '../demo-story.ts';

const story: DemoStory = {
  title: 'A lost cookie',
  tells: 'The application answers the callback with “state not found”.',
  order: 30,
  async record(now) {
    const made = {
      ...attempt(now - 60_000, 'a lost cookie'),
      redirectUri: `${APP}/auth/callback`,
    };
    return [
      {
        at: made.at - 90,
        url: `${APP}/auth/login`,
        headers: { Referer: `${APP}/` },
        status: 302,
        answer: {
          Location: authorizeUrl(made),
          'Set-Cookie': `login_state=${made.state}; Path=/auth; HttpOnly; Secure; SameSite=Strict`,
        },
      },
      ...signIn(made),
      {
        at: made.at + 6_400,
        url: responseUrl(made),
        headers: { Referer: `${SERVER}/`, 'Sec-Fetch-Site': 'cross-site' },
        status: 400,
        answer: HTML,
        body: '<!doctype html><title>Shop</title><h1>Sign-in failed</h1><p>state not found in the session</p>',
      },
    ].map(exchange);
  },
};

export default story;
