import type { Changes } from '../correlation/changes.ts';
import { key } from '../correlation/keys.ts';
import { askedAfter } from '../correlation/step-up.ts';
import type { Flow, Loop, RecordingView, Success } from '../flow/flow.ts';
import { loopNames } from '../flow/rounds.ts';
import { type Signatures, signatureSign } from '../flow/signatures.ts';
import { successNames } from '../flow/successes.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Steps } from '../http/stepwise.ts';

/** A question about other attempts, and what the answer was when a flow was judged. */
interface Asked {
  readonly ask: () => unknown;
  readonly answer: unknown;
  /** The answer stays the same until one of these changes. */
  readonly restsOn: readonly string[];
}

/** Name of all that is known of signatures. */
const SIGNATURES = 'signatures';

/**
 * Remembers which flows asked about other attempts. What belongs to those may be recorded later, so
 * a flow whose answer changed has to be judged again.
 */
export class AskedViews {
  readonly #asked = new Map<string, Map<string, Asked>>();
  /** Ids of the flows that asked about what has this name. */
  readonly #askers = new Map<string, Set<string>>();
  readonly #changed = new Set<string>();
  readonly #signatures: Pick<Signatures, 'version'>;
  #version: string;

  constructor(changes: Changes, signatures: Pick<Signatures, 'version'>) {
    this.#signatures = signatures;
    this.#version = signatures.version;
    changes.listen((name) => {
      if (this.#askers.has(name)) this.#changed.add(name);
    });
  }

  /** The view for the flow with this id. It forgets what the flow asked before. */
  viewFor(id: string, view: RecordingView): RecordingView {
    this.delete(id);
    const noted = <T>(
      question: string,
      restsOn: readonly string[],
      ask: () => T,
      sign: (answer: T) => unknown,
    ): T => {
      const answer = ask();
      this.#note(id, question, { ask: () => sign(ask()), answer: sign(answer), restsOn });
      return answer;
    };
    return {
      ...view,
      otherSuccess: (flow: Flow, granted) =>
        noted(
          `success ${granted}`,
          successNames(flow, granted),
          () => view.otherSuccess(flow, granted),
          successSign,
        ),
      loopOf: (flow: Flow) => noted('loop', loopNames(flow), () => view.loopOf(flow), loopSign),
      redirectedTo: (url, until) =>
        noted(
          `redirect ${url}`,
          [key.redirected(url)],
          () => view.redirectedTo(url, until),
          exchangeSign,
        ),
      steppedUp: (refusal, client) =>
        noted(
          `step-up ${refusal.id} ${client}`,
          askedAfter(refusal),
          () => view.steppedUp(refusal, client),
          exchangeSign,
        ),
      loggedOut: (server, after, until, client = null) =>
        noted(
          `logout ${server} ${after} ${until} ${client}`,
          [key.logout(server)],
          () => view.loggedOut(server, after, until, client),
          exchangeSign,
        ),
      // The token itself is the question: no other one reads like it.
      signatureOf: (jwt) =>
        noted(jwt.compact, [SIGNATURES], () => view.signatureOf(jwt), signatureSign),
      nextLogin: (client, after) =>
        noted(
          `login ${client} ${after}`,
          [key.client(client)],
          () => view.nextLogin(client, after),
          exchangeSign,
        ),
    };
  }

  delete(id: string): void {
    for (const { restsOn } of this.#asked.get(id)?.values() ?? []) {
      for (const name of restsOn) {
        const askers = this.#askers.get(name);
        askers?.delete(id);
        if (askers?.size === 0) this.#askers.delete(name);
      }
    }
    this.#asked.delete(id);
  }

  /** Ids of the flows that would now get another answer than they got. One flow in each step. */
  *outdated(): Steps<readonly string[]> {
    const changed = this.#takeChanged();
    const asked = new Set([...changed].flatMap((name) => [...(this.#askers.get(name) ?? [])]));
    const outdated: string[] = [];
    for (const id of asked) {
      const questions = [...(this.#asked.get(id)?.values() ?? [])];
      const isOutdated = questions.some(
        ({ ask, answer, restsOn }) => restsOn.some((name) => changed.has(name)) && ask() !== answer,
      );
      if (isOutdated) outdated.push(id);
      yield;
    }
    return outdated;
  }

  #note(id: string, question: string, asked: Asked): void {
    const questions = this.#asked.get(id) ?? new Map<string, Asked>();
    questions.set(question, asked);
    this.#asked.set(id, questions);
    for (const name of asked.restsOn) {
      const askers = this.#askers.get(name) ?? new Set<string>();
      this.#askers.set(name, askers.add(id));
    }
  }

  #takeChanged(): ReadonlySet<string> {
    const changed = new Set(this.#changed);
    this.#changed.clear();
    if (this.#signatures.version !== this.#version) changed.add(SIGNATURES);
    this.#version = this.#signatures.version;
    return changed;
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
