import type { Draft } from '../demo-exchanges.ts';
import { exchange } from '../demo-exchanges.ts';
import { APP, attempt, authorizeUrl, responseUrl, SERVER, signIn } from '../demo-login.ts';
import type { DemoStory } from '../demo-story.ts';

const ROUNDS = 4;
const EVERY = 1_200;
/** The user signs in only once. */
const FIRST = 6_400;

/** What the application does with a response: it finds no session on the next page. */
function bounced(made: ReturnType<typeof attempt>, at: number): readonly Draft[] {
  return [
    {
      at,
      url: responseUrl(made),
      headers: { Referer: `${SERVER}/` },
      status: 302,
      answer: {
        Location: `${APP}/account`,
        // The mistake: a browser refuses SameSite=None without Secure.
        'Set-Cookie': `shop_session=${made.code.slice(2)}; Path=/; HttpOnly; SameSite=None`,
      },
    },
    {
      at: at + 120,
      url: `${APP}/account`,
      headers: { Referer: `${SERVER}/` },
      status: 302,
      answer: { Location: `${APP}/auth/login` },
    },
  ];
}

const story: DemoStory = {
  title: 'A login loop',
  tells: 'The browser flickers between the shop and the sign-in, and stops nowhere.',
  order: 60,
  async record(now) {
    const start = now - 60_000;
    const rounds = Array.from({ length: ROUNDS }, (_, index) => {
      const at = index === 0 ? start : start + FIRST + index * EVERY;
      return { ...attempt(at, `round ${index + 1}`), redirectUri: `${APP}/auth/callback` };
    });
    return rounds
      .flatMap((made, index) => {
        const login: Draft = {
          at: made.at - 60,
          url: `${APP}/auth/login`,
          headers: { Referer: `${APP}/account` },
          status: 302,
          answer: { Location: authorizeUrl(made) },
        };
        if (index === 0) return [login, ...signIn(made), ...bounced(made, made.at + FIRST)];
        const known: Draft = {
          at: made.at,
          url: authorizeUrl(made),
          headers: { Referer: `${APP}/account`, Cookie: 'sid=s-51d0c2' },
          status: 303,
          answer: { Location: responseUrl(made) },
        };
        return [login, known, ...bounced(made, made.at + 150)];
      })
      .map(exchange);
  },
};

export default story;
