import type { RoundEnd } from '../../flow/facts/round-end.ts';
import type { Loop } from '../../flow/flow.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, rfc } from '../check.ts';

/** What each round of a loop ended with, and what to do about it. */
interface Words {
  readonly each: (value: string) => string;
  readonly fix: string;
}

const STOP =
  'Stop after the first failure: show it to the user in place of the next login. Then mend what made it fail.';

const ENDINGS: Readonly<Record<RoundEnd, Words>> = {
  error: { each: (value) => `was answered with ${quote(value)}`, fix: STOP },
  refused: { each: (value) => `got ${quote(value)} from the token endpoint`, fix: STOP },
  callback: { each: (value) => `failed at the callback with HTTP ${value}`, fix: STOP },
  api: {
    each: (value) => `brought a new token that an API refused with ${value}`,
    fix: 'Do not log in again when an API refuses a new token, as the next one will be refused too. Compare its issuer, audience and scope with what the API expects.',
  },
  held: {
    each: () => 'brought a token that an API took',
    fix: 'Find out what made the first logins fail.',
  },
  tokens: {
    each: () => 'brought tokens, and then the page asked for a login again',
    fix: 'Log the error with which the page discards the tokens, and show it in place of the next login.',
  },
  code: {
    each: () => 'brought a code, and then the application asked for a login again',
    fix: 'Check that the session cookie, which the callback sets, comes back with the next request: its Domain, Path, Secure and SameSite, and its size.',
  },
};

export default defineCheck({
  title: 'The login runs in a loop',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'starts-over',
  why: 'What a login brings is not kept, or is refused at once. The client then starts the same login again, and the server, which knows the user, answers without asking.',
  fix: STOP,
  specs: [rfc(6749, '4.1')],
  explains: ['redirect-loop'],
  subject: 'flow',
  *check(flow) {
    const loop = flow.recording.loopOf(flow);
    const last = flow.responses.at(-1) ?? flow.request;
    if (!loop || !last) return;
    const { each, fix } = ENDINGS[loop.end];
    const subject = loop.alike ? 'Each' : 'The last';
    yield {
      message: flow.messages.indexOf(last),
      observed: `${rounds(loop)} ${subject} ${each(loop.value ?? '')}.`,
      expected: 'One login',
      fix,
      ...(loop.end === 'held' ? { severity: 'warning', effect: null } : {}),
    };
  },
});

/** How many logins, in which time and at which distance. */
function rounds({ count, since, last }: Loop): string {
  const whole = last - since;
  return `${count} logins within ${span(whole)}, one every ${span(whole / (count - 1))}.`;
}
