import { exchange } from '../demo-exchanges.ts';
import { demoKeys } from '../demo-keys.ts';
import { API, attempt, call, workingLogin } from '../demo-login.ts';
import type { DemoStory } from '../demo-story.ts';

const story: DemoStory = {
  title: 'A clean login',
  tells: 'The user signs in, and the shop shows the orders.',
  order: 10,
  async record(now) {
    const made = attempt(now - 60_000, 'a clean login');
    const { accessToken, drafts } = await workingLogin(made, await demoKeys());
    const orders = call(made.at + 7_600, `${API}/orders`, accessToken, { body: [{ id: 4711 }] });
    return [...drafts, orders].map(exchange);
  },
};

export default story;
