import type { Flow, Loop, RecordingView, Success } from '../flow/flow.ts';
import { signatureSign } from '../flow/signatures.ts';
import type { Exchange } from '../http/exchange.ts';

/** A question about other attempts, and what the answer was when a flow was judged. */
interface Asked {
  readonly ask: () => unknown;
  readonly answer: unknown;
}

/**
 * Remembers which flows asked about other attempts. What belongs to those may be recorded later, so
 * a flow whose answer changed has to be judged again.
 */
export class AskedViews {
  readonly #asked = new Map<string, Map<string, Asked>>();

  /** The view for the flow with this id. Unless the flow only grew, it forgets what it asked before. */
  viewFor(id: string, view: RecordingView, grew = false): RecordingView {
    if (!grew) this.#asked.delete(id);
    const noted = <T>(question: string, ask: () => T, sign: (answer: T) => unknown): T => {
      const answer = ask();
      const asked = this.#asked.get(id) ?? new Map<string, Asked>();
      asked.set(question, { ask: () => sign(ask()), answer: sign(answer) });
      this.#asked.set(id, asked);
      return answer;
    };
    return {
      ...view,
      otherSuccess: (flow: Flow, granted) =>
        noted(`success ${granted}`, () => view.otherSuccess(flow, granted), successSign),
      loopOf: (flow: Flow) => noted('loop', () => view.loopOf(flow), loopSign),
      redirectedTo: (url, until) =>
        noted(`redirect ${url}`, () => view.redirectedTo(url, until), exchangeSign),
      steppedUp: (refusal, client) =>
        noted(
          `step-up ${refusal.id} ${client}`,
          () => view.steppedUp(refusal, client),
          exchangeSign,
        ),
      loggedOut: (server, after, until, client = null) =>
        noted(
          `logout ${server} ${after} ${until} ${client}`,
          () => view.loggedOut(server, after, until, client),
          exchangeSign,
        ),
      // The token itself is the question: no other one reads like it.
      signatureOf: (jwt) => noted(jwt.compact, () => view.signatureOf(jwt), signatureSign),
      nextLogin: (client, after) =>
        noted(`login ${client} ${after}`, () => view.nextLogin(client, after), exchangeSign),
    };
  }

  delete(id: string): void {
    this.#asked.delete(id);
  }

  clear(): void {
    this.#asked.clear();
  }

  /** Ids of the flows that would now get another answer than they got. */
  outdated(): readonly string[] {
    return [...this.#asked]
      .filter(([, asked]) => [...asked.values()].some(({ ask, answer }) => ask() !== answer))
      .map(([id]) => id);
  }
}

/** Two successes say the same when they rest on the same exchanges. */
function successSign(success: Success | null): string | null {
  return success && [success.request, success.token].map((one) => one?.exchange.id).join(' ');
}

/** A loop says the same as long as no round is added to it. */
function loopSign(loop: Loop | null): string | null {
  return loop && JSON.stringify(loop);
}

function exchangeSign(exchange: Exchange | null): string | null {
  return exchange?.id ?? null;
}
