import { describe, expect, it } from 'vitest';
import { participants } from '../../src/conclusion/participants.ts';
import { flowSteps } from '../../src/conclusion/steps.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { exchangesOf } from '../helpers/captures.ts';
import { login } from '../helpers/exchanges.ts';

function firstOf(path: string) {
  const { flows } = snapshotOf(exchangesOf(path));
  const [first] = flows;
  if (!first) throw new Error('no flow');
  return { first, flows };
}

describe('the lanes of a flow', () => {
  it('are those of the parties that send or receive something', () => {
    const { first } = firstOf('chromium/cors-hides-error.har');
    expect(participants(first)).toEqual(['user agent', 'client', 'authorization server']);
  });

  it('have the API when it is called', () => {
    const { first } = firstOf('chromium/clean.har');
    expect(participants(first)).toContain('resource server');
  });

  it('leave out the user agent where a server asks for itself', () => {
    const { first } = firstOf('chromium/client-credentials.har');
    expect(participants(first)).not.toContain('user agent');
  });

  it('have the parties of the flows that are drawn inside', () => {
    const { flows } = firstOf('chromium/cross-app.har');
    const [outer] = flows;
    if (!outer) throw new Error('no flow');
    const all = participants(outer, flows);
    expect(all).toEqual(expect.arrayContaining([...participants(outer)]));
  });
});

describe('the arrow of a form', () => {
  it('goes from the user agent to the server, also when its answer is the response', () => {
    const [analysed] = snapshotOf(login()).flows;
    if (!analysed) throw new Error('no flow');
    const posts = flowSteps(analysed).steps.filter(
      ({ message }) => message.exchange.request.method === 'POST' && message.kind === 'interaction',
    );
    expect(posts.map(({ from, to }) => [from, to])).toEqual([
      ['user agent', 'authorization server'],
    ]);
  });
});

describe('a refusal that did not matter', () => {
  it('is calm and says which step recovered it', () => {
    const { first } = firstOf('chromium/dpop-nonce.har');
    expect(flowSteps(first).steps.filter(({ answer }) => answer.bad)).toEqual([]);
  });

  it('is calm when a silent request had to expect it', () => {
    const { flows } = firstOf('chromium/login-required.har');
    const calm = flows.flatMap((one) => flowSteps(one).steps.flatMap((step) => step.calm ?? []));
    expect(calm).toContain('expected: a silent request without a session');
  });

  it('names the step that made up for it', () => {
    const { flows } = firstOf('chromium/expired-token-api.har');
    const steps = flows.flatMap((one) => flowSteps(one).steps);
    const calm = steps.filter((step) => step.calm !== null);
    expect(calm.map(({ calm: reason }) => reason)).toEqual(
      calm.map(() => expect.stringMatching(/^recovered in step \d+$/)),
    );
  });
});
