import { exchange } from '../demo-exchanges.ts';
import { demoKeys } from '../demo-keys.ts';
import { attempt, callback, signIn, tokenRequest, workingLogin } from '../demo-login.ts';
import type { DemoStory } from '../demo-story.ts';

const story: DemoStory = {
  title: 'PKCE: the verifier of another attempt',
  tells: 'The first login works, the second one ends with invalid_grant.',
  order: 40,
  forTour: true,
  async record(now) {
    const first = attempt(now - 5 * 60_000, 'the first login');
    const second = attempt(now - 60_000, 'the second login');
    const { drafts } = await workingLogin(first, await demoKeys());
    const refused = {
      status: 400,
      body: { error: 'invalid_grant', error_description: 'code_verifier does not match' },
    };
    return [
      ...drafts,
      ...signIn(second),
      callback(second),
      // The mistake: the page still has the verifier of the first login.
      tokenRequest(second, refused, first.verifier),
    ].map(exchange);
  },
};

export default story;
