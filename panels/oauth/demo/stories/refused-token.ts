import { exchange } from '../demo-exchanges.ts';
import { demoKeys } from '../demo-keys.ts';
import { API, attempt, call, workingLogin } from '../demo-login.ts';
import type { DemoStory } from '../demo-story.ts';

const story: DemoStory = {
  title: 'An API refuses the token',
  tells: 'The user is signed in and cannot cancel an order.',
  order: 50,
  async record(now) {
    const made = attempt(now - 60_000, 'a refused token');
    const { accessToken, drafts } = await workingLogin(made, await demoKeys());
    const refusal = {
      status: 403,
      answer: {
        'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="orders:write"',
        'Access-Control-Expose-Headers': 'WWW-Authenticate',
      },
      body: { error: 'insufficient_scope' },
    };
    return [
      ...drafts,
      call(made.at + 7_600, `${API}/orders`, accessToken, { body: [{ id: 4711 }] }),
      call(made.at + 15_000, `${API}/orders/4711/cancel`, accessToken, {
        method: 'POST',
        ...refusal,
      }),
    ].map(exchange);
  },
};

export default story;
