import { describe, expect, it } from 'vitest';
import { storyOf } from '../../../src/flow/facts/story.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { login } from '../../helpers/exchanges.ts';

function story(exchanges: readonly Exchange[]) {
  const [analysed] = snapshotOf(exchanges).flows;
  if (!analysed) throw new Error('These exchanges make no flow.');
  const { messages } = analysed.flow;
  return storyOf(analysed.flow).map((step, index) => ({ kind: messages[index]?.kind, ...step }));
}

function refused(exchange: Exchange, status: number): Exchange {
  if (!exchange.response) throw new Error('This exchange has no response.');
  const body = { text: '' };
  return {
    ...exchange,
    id: `${exchange.id} refused`,
    startedAt: exchange.startedAt - 20,
    response: { ...exchange.response, status, body },
  };
}

const whole = login();
const token = whole.find(({ request }) => request.url.endsWith('/token')) as Exchange;

describe('the story of a flow', () => {
  it('says that a request was repeated and worked', () => {
    const steps = story([...whole, refused(token, 503)]);
    const tokens = steps.filter(({ kind }) => kind === 'token-request');
    expect(tokens).toMatchObject([
      { attained: false, recoveredBy: steps.indexOf(tokens[1] as never) },
      { attained: true, recoveredBy: null },
    ]);
  });

  it('does not take an earlier success for a recovery', () => {
    const late = { ...refused(token, 400), startedAt: token.startedAt + 500 };
    const steps = story([...whole, late]).filter(({ kind }) => kind === 'token-request');
    expect(steps.map(({ recoveredBy }) => recoveredBy)).toEqual([null, null]);
  });
});
