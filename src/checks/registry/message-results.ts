import { errorOf } from '../../flow/facts/reported-error.ts';
import type { Flow } from '../../flow/flow.ts';
import { memoised } from '../../http/memo.ts';
import type { Steps } from '../../http/stepwise.ts';
import { originOfUrl } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import type { CheckResult } from './run.ts';

/** Flows with fewer messages are judged whole each time. */
const LONG = 200;
/** Of messages that are alike, the first and the last so many are judged again when one is added. */
const FIRST = 3;
const LAST = 20;
/** All messages are judged again when the flow has grown by this factor. */
const GROWTH = 1.5;

/**
 * What checks said of each message of a flow. When only a message is added that is like many before
 * it, such as one more poll or API call, the results of those in the middle are remembered: they
 * have seen many messages like the new one after them already.
 */
export class MessageResults {
  #messages: readonly Message[] = [];
  #results: CheckResult[] = [];
  /** Indexes of the messages that are alike, in order. */
  #alike = new Map<string, number[]>();
  /** How many messages there were when all were judged. */
  #judged = 0;

  /**
   * The result for each message, one in each step. `run` judges one of them. `grew` is false when something else may
   * have changed than that messages were added.
   */
  *of(
    { messages }: Flow,
    run: (index: number) => CheckResult,
    grew: boolean,
  ): Steps<readonly CheckResult[]> {
    const again = grew ? this.#changed(messages) : null;
    if (again === null) {
      const results: CheckResult[] = [];
      for (const index of messages.keys()) {
        results.push(run(index));
        yield;
      }
      this.#results = results;
      this.#alike = new Map();
      for (const [index, message] of messages.entries()) this.#note(message, index);
      this.#judged = messages.length;
    } else {
      for (const index of again) {
        this.#results[index] = run(index);
        yield;
      }
    }
    this.#messages = messages;
    return this.#results;
  }

  /** Indexes of the messages to judge again; null for all. */
  #changed(messages: readonly Message[]): readonly number[] | null {
    const before = this.#messages;
    if (before.length < LONG || messages.length > this.#judged * GROWTH) return null;
    if (before.some((message, index) => !isSame(message, messages[index]))) return null;
    for (let index = before.length; index < messages.length; index += 1) {
      const message = messages[index];
      if (!message || (this.#alike.get(likeness(message))?.length ?? 0) < FIRST + LAST) return null;
    }
    for (let index = before.length; index < messages.length; index += 1) {
      const message = messages[index];
      if (message) this.#note(message, index);
    }
    const added = messages.length - before.length;
    return [...this.#alike.values()].flatMap((all) =>
      all.length <= FIRST + LAST ? all : [...all.slice(0, FIRST), ...all.slice(-LAST - added)],
    );
  }

  #note(message: Message, index: number): void {
    const like = likeness(message);
    const known = this.#alike.get(like);
    if (known) known.push(index);
    else this.#alike.set(like, [index]);
  }
}

/** Whether two messages are one. Those that are put together of several parts are made anew each time. */
function isSame(one: Message, other: Message | undefined): boolean {
  if (one === other || other === undefined) return one === other;
  const [a, b] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return a.length === b.size && a.every(([name, value]) => b.get(name) === value);
}

/** Equal for messages of one kind to one server that ended alike. */
const likeness = memoised((message: Message): string => {
  const { request, response, failure } = message.exchange;
  const end = [response?.status, failure?.reason, errorOf(message)];
  const sent = message.preflight === null ? '' : 'preflight';
  return [message.kind, request.method, originOfUrl(request.url), sent, ...end].join(' ');
});
