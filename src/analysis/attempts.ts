import type { Correlator } from '../correlation/correlator.ts';
import type { Group } from '../correlation/group.ts';
import type { Item } from '../correlation/item.ts';
import { OuterPages } from '../correlation/outer-pages.ts';
import type { Flow } from '../flow/flow.ts';
import { flowId, recordingView } from '../flow/recording-view.ts';
import { Rounds } from '../flow/rounds.ts';
import type { Signatures } from '../flow/signatures.ts';
import { Successes } from '../flow/successes.ts';
import { guarded, type NoteFailure, type OwnFailure, ownFailure } from '../http/own-failure.ts';
import type { Steps } from '../http/stepwise.ts';
import { AskedViews } from './asked-views.ts';
import { type Concluded, concludeSteps } from './conclude.ts';
import { nameOf } from './failure-log.ts';
import { flowOf } from './flow-of.ts';

/** What is known about an attempt until something in it changes. */
interface Known extends Concluded {
  readonly root: Item;
  /** What failed while its flow was put together. */
  readonly noted: readonly OwnFailure[];
}

/** A flow that was put together and is not judged yet. */
interface Assembled extends Pick<Known, 'root' | 'noted'> {
  readonly flow: Flow;
}

/** What the attempts of a recording are made of. */
interface Recorded {
  readonly correlator: Correlator;
  readonly signatures: Signatures;
  /** Whether messages are known to be missing. */
  readonly lacksMessages: () => boolean;
  readonly note: NoteFailure;
}

/** The attempts of a recording and what is concluded from each. */
export class Attempts {
  readonly #of: Recorded;
  readonly #pages: OuterPages;
  readonly #flows = new Map<string, Known>();
  readonly #successes: Successes;
  readonly #rounds: Rounds;
  readonly #asked: AskedViews;
  /** The update that was begun last. It can be unfinished. */
  #open: Steps<void> | null = null;

  constructor(recorded: Recorded) {
    this.#of = recorded;
    const { correlator, signatures } = recorded;
    this.#pages = new OuterPages(correlator);
    this.#successes = new Successes(correlator.changedKeys);
    this.#rounds = new Rounds(correlator.changedKeys);
    this.#asked = new AskedViews(correlator.changedKeys, signatures);
  }

  get all(): Iterable<Concluded> {
    return this.#flows.values();
  }

  /** Judges the attempts that changed. An update that was begun before is finished first. */
  *update(): Steps<void> {
    if (this.#open) yield* this.#open;
    this.#open = this.#judgeChanged();
    yield* this.#open;
    this.#open = null;
  }

  /** Judges all attempts again. */
  reconsiderAll(): void {
    for (const id of this.#flows.keys()) for (const _ of this.#reconsider(id));
  }

  /** All attempts are there before one is compared with the others. */
  *#judgeChanged(): Steps<void> {
    const assembled: Assembled[] = [];
    for (const [root, group] of yield* this.#changed()) {
      const one = this.#guarded(root, () => this.#assemble(root, group));
      if (one) assembled.push(one);
      yield;
    }
    for (const one of assembled) yield* this.#judge(one);
    for (const id of yield* this.#asked.outdated()) yield* this.#reconsider(id);
  }

  /** Puts a flow together; null when there is nothing to judge. */
  #assemble(root: Item, group: Group | null): Assembled | null {
    const id = flowId(root);
    if (!group) {
      if (this.#flows.get(id)?.root !== root) return null;
      this.#flows.delete(id);
      this.#successes.delete(id);
      this.#rounds.delete(id);
      this.#asked.delete(id);
      return null;
    }
    const { correlator, signatures, lacksMessages } = this.#of;
    const noted: OwnFailure[] = [];
    const beside = { signatures, successes: this.#successes, rounds: this.#rounds, lacksMessages };
    const view = this.#asked.viewFor(id, recordingView(correlator, beside));
    const flow = flowOf(group, correlator, this.#pages, view, (one) => noted.push(one));
    this.#successes.set(flow);
    this.#rounds.set(flow);
    return { root, noted, flow };
  }

  *#judge({ root, noted, flow }: Assembled): Steps<void> {
    try {
      const concluded = yield* concludeSteps(flow, noted);
      this.#flows.set(flow.id, { root, noted, ...concluded });
    } catch (error) {
      this.#of.note(ownFailure(`show the flow of ${nameOf(root.exchange)}`, error));
    }
  }

  /** Judges again what was compared with attempts that have changed since. */
  *#reconsider(id: string): Steps<void> {
    const known = this.#flows.get(id);
    if (!known) return;
    this.#asked.delete(id);
    yield* this.#judge({ ...known, flow: known.analysed.flow });
  }

  /**
   * The attempts that changed. When pages of inner logins cannot be told apart, each attempt keeps
   * its own.
   */
  *#changed(): Steps<ReadonlyMap<Item, Group | null>> {
    const { correlator, note } = this.#of;
    const dirty = correlator.changes.takeAll();
    try {
      return yield* this.#pages.groupsOf(dirty);
    } catch (error) {
      note(ownFailure('tell apart the pages of logins inside others', error));
      return new Map(dirty.map((root) => [root, correlator.group(root)]));
    }
  }

  #guarded<T>({ exchange }: Item, run: () => T): T | null {
    const what = `show the flow of ${nameOf(exchange)}`;
    return guarded(what, this.#of.note, run, () => null);
  }
}
