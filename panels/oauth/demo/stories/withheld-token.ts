import { exchange } from '../demo-exchanges.ts';
import { attempt, callback, metadata, signIn, tokenRequest } from '../demo-login.ts';
import type { DemoStory } from '../demo-story.ts';

const story: DemoStory = {
  title: 'CORS: the token response is withheld',
  tells: 'After the sign-in the page says “Failed to fetch”.',
  order: 20,
  async record(now) {
    const made = attempt(now - 60_000, 'a withheld token');
    const { answer: _, ...request } = tokenRequest(made, {});
    return [
      metadata(made.at - 300),
      ...signIn(made),
      callback(made),
      {
        ...request,
        withheld: true,
        answer: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
      },
    ].map(exchange);
  },
};

export default story;
