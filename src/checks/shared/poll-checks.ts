import { isWaiting, latePollsOf, pollsOf } from '../../flow/facts/polls.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Grant } from '../../oauth/values/grants.ts';
import { count } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { type Observation, STATUS } from '../check.ts';

/** Timers are not exact. */
const EARLY = 0.9;

/**
 * The polls that came before the interval was over, as one finding at the first of them. Null when
 * the client waited.
 */
export function fastPolls(flow: Flow, grant: Grant): Observation | null {
  const polls = pollsOf(flow).filter(({ message }) => message.grant === grant);
  const fast = polls.filter((poll) => isWaiting(poll.before) && poll.gap < poll.wait * EARLY);
  const [first] = fast;
  if (first === undefined) return null;
  const ended = flow.tokenRequests.some(({ response }) => response.outcome === 'tokens');
  const slowed = fast.some(({ message }) => message.response.error === 'slow_down');
  return {
    message: flow.messages.indexOf(first.message),
    at: STATUS,
    observed: `${count(fast.length, 'poll')} came too early; the first ${span(first.gap)} after the poll before it, and the interval was ${span(first.wait)}.${slowed ? ' The server answered "slow_down".' : ''}`,
    expected: `At least ${span(first.wait)} between two polls`,
    // A server that then issues tokens did not mind.
    ...(slowed && !ended ? {} : { severity: 'info' }),
  };
}

/** The polls after the final answer, as one finding at the first of them. */
export function latePolls(flow: Flow, grant: Grant): Observation | null {
  const late = [...latePollsOf(flow)].filter(([message]) => message.grant === grant);
  const [first] = late;
  if (first === undefined) return null;
  const [message, final] = first;
  const { error } = final.response;
  return {
    message: flow.messages.indexOf(message),
    at: STATUS,
    observed: `${count(late.length, 'poll')} came after the final answer, which was ${error === null ? 'tokens' : quote(error)}.`,
    expected: 'No poll after the final answer',
  };
}
