import { MessageResults } from '../checks/registry/message-results.ts';
import { innerFailures } from '../conclusion/inner-failure.ts';
import { loopReasons } from '../conclusion/loop-reasons.ts';
import { madeUpLater } from '../conclusion/made-up-later.ts';
import { recoveredLater } from '../conclusion/recovered-later.ts';
import { Correlator } from '../correlation/correlator.ts';
import type { Group } from '../correlation/group.ts';
import type { Item } from '../correlation/item.ts';
import { OuterPages } from '../correlation/outer-pages.ts';
import { navigationExchange } from '../flow/navigation-exchange.ts';
import { flowId, recordingView } from '../flow/recording-view.ts';
import { Rounds } from '../flow/rounds.ts';
import { Signatures } from '../flow/signatures.ts';
import { Successes } from '../flow/successes.ts';
import type { Exchange, Gap } from '../http/exchange.ts';
import { guarded, type OwnFailure, ownFailure } from '../http/own-failure.ts';
import type { RedactionNote } from '../http/recording.ts';
import { recognise } from '../oauth/recognise.ts';
import { createTriage } from '../oauth/triage.ts';
import { Sources } from '../recorders/sources.ts';
import { AskedViews } from './asked-views.ts';
import { byStart, type Concluded, conclude, hasSameFrame } from './conclude.ts';
import { FailureLog, nameOf } from './failure-log.ts';
import { flowOf } from './flow-of.ts';
import { heldRecording } from './held-recording.ts';
import { type Outside, outsideReader } from './outside.ts';
import { joinedNote, redactedGaps } from './redaction-notes.ts';
import type { Analysis } from './snapshot.ts';

export type { OutsideFinding } from './outside.ts';
export type { Analysis, Snapshot } from './snapshot.ts';

/** What is known about an attempt until something in it changes. */
interface Known extends Concluded {
  readonly root: Item;
  readonly results: MessageResults;
  /** What failed while its flow was put together. */
  readonly noted: readonly OwnFailure[];
}

const recogniseDelivered = (exchange: Exchange): boolean =>
  recognise(exchange).some(({ kind }) => kind === 'response-delivered');

/** Makes an empty analysis. */
export function createAnalysis(): Analysis {
  const failures = new FailureLog();
  const { note } = failures;
  let correlator = new Correlator(note);
  let sources = new Sources(correlator);
  let pages = new OuterPages(correlator);
  let flows = new Map<string, Known>();
  let successes = new Successes();
  let rounds = new Rounds();
  let signatures = new Signatures(correlator.keySets);
  let gaps: Gap[] = [];
  let redaction: RedactionNote | null = null;
  const lacks = (): boolean => gaps.some(({ kind }) => kind === 'unread-message');
  let exchanges = 0;
  const asked = new AskedViews();
  const triage = createTriage();
  let outside = outsideReader(signatures);
  const retold = madeUpLater();
  const told = innerFailures();
  const reasons = loopReasons();
  const recovered = recoveredLater();

  /** Puts a flow together, and returns what judges it; null when there is nothing to judge. */
  const assemble = (root: Item, group: Group | null, isChanged: boolean): (() => void) | null => {
    const id = flowId(root);
    if (!group) {
      if (flows.get(id)?.root !== root) return null;
      flows.delete(id);
      successes.delete(id);
      rounds.delete(id);
      asked.delete(id);
      return null;
    }
    const noted: OwnFailure[] = [];
    const beside = { signatures, successes, rounds, lacksMessages: lacks };
    const known = flows.get(id);
    const grew = !isChanged && known?.root === root;
    const view = asked.viewFor(id, recordingView(correlator, beside), grew);
    const flow = flowOf(group, correlator, pages, view, (failure) => noted.push(failure));
    successes.set(flow);
    rounds.set(flow);
    const results = known?.results ?? new MessageResults();
    const remembered = { results, grew: grew && hasSameFrame(flow, known.analysed.flow) };
    return () => flows.set(id, { root, noted, results, ...conclude(flow, noted, remembered) });
  };

  /** Judges the attempts that changed. All are there before one is compared with the others. */
  const update = (): void => {
    const others = correlator.changes.takeOtherwise();
    const judges = [...changed()].map(([root, group]) => {
      const what = `show the flow of ${nameOf(root.exchange)}`;
      const judge = guarded(
        what,
        note,
        () => assemble(root, group, others.has(root)),
        () => null,
      );
      return () => judge && attempt(what, note, judge);
    });
    for (const judge of judges) judge();
    for (const id of asked.outdated())
      attempt('compare a flow with others', note, () => reconsider(id));
  };

  /** Judges again what was compared with attempts that have changed since. */
  const reconsider = (id: string): void => {
    const known = flows.get(id);
    if (!known) return;
    const { root, noted, results, analysed } = known;
    asked.delete(id);
    const remembered = { results, grew: false };
    flows.set(id, { root, noted, results, ...conclude(analysed.flow, noted, remembered) });
  };

  /**
   * The attempts that changed. When pages of inner logins cannot be told apart, each attempt keeps
   * its own.
   */
  const changed = (): ReadonlyMap<Item, Group | null> => {
    const dirty = correlator.changes.takeAll();
    return guarded(
      'tell apart the pages of logins inside others',
      note,
      () => pages.groupsOf(dirty),
      () => new Map(dirty.map((root) => [root, correlator.group(root)])),
    );
  };

  const take = (exchange: Exchange): void => {
    if (!exchange.onDemand && triage.relevance(exchange) === 'none') sources.remove(exchange.id);
    else sources.add(exchange);
  };

  const mergeAll = (): void => attempt('compare the recordings', note, () => sources.settle());

  return {
    addSource: (source, name, merge) => sources.announce(source, name, merge),
    add: (exchange) => {
      exchanges += 1;
      attempt(`examine ${nameOf(exchange)}`, note, () => take(exchange));
    },
    knows: (exchange) => {
      mergeAll();
      return guarded(
        `examine ${nameOf(exchange)}`,
        note,
        () => correlator.knows(exchange),
        () => false,
      );
    },
    addNavigation: (navigation) => {
      attempt('examine a navigation', note, () => {
        const exchange = navigationExchange(navigation);
        if (recogniseDelivered(exchange)) sources.add(exchange);
      });
    },
    addGap: (gap) => {
      gaps.push(gap);
      if (gap.kind === 'unread-message') for (const id of flows.keys()) reconsider(id);
    },
    addNote: (note) => {
      redaction = joinedNote(redaction, note);
      signatures.carry(note.signatures);
    },
    recording: (named) => {
      mergeAll();
      return heldRecording(correlator, [...gaps, ...sources.gaps], named, redaction);
    },
    clear: () => {
      correlator = new Correlator(note);
      sources = sources.restart(correlator);
      pages = new OuterPages(correlator);
      flows = new Map();
      successes = new Successes();
      rounds = new Rounds();
      signatures = new Signatures(correlator.keySets);
      outside = outsideReader(signatures);
      asked.clear();
      gaps = [];
      redaction = null;
      failures.clear();
      exchanges = 0;
    },
    snapshot: () => {
      mergeAll();
      update();
      const outer = guarded(
        'read the messages outside any flow',
        note,
        () => outside(correlator),
        (): Outside => ({ flows: [], findings: [], loose: [] }),
      );
      const known = [...flows.values(), ...outer.flows].sort(byStart);
      const alone = known.map((one) => one.analysed);
      const later = guarded(
        'find what worked in later attempts',
        note,
        () => retold(alone),
        () => alone,
      );
      const analysed = guarded(
        'find what failed inside other logins and in loops',
        note,
        () => recovered(told(reasons(later))),
        () => later,
      );
      const { loose } = outer;
      return {
        flows: analysed,
        outside: outer.findings,
        loose,
        clockShifts: sources.shifts,
        redaction,
        gaps: [
          ...redactedGaps(redaction),
          ...gaps,
          ...sources.gaps,
          ...known.flatMap((one) => one.gaps),
          ...failures.gaps,
        ],
        exchanges,
        messages: analysed.reduce((sum, { flow }) => sum + flow.messages.length, loose.length),
      };
    },
    settle: async () => {
      try {
        return await signatures.settle();
      } catch (error) {
        note(ownFailure('verify the signatures of tokens', error));
        return false;
      }
    },
  };
}

function attempt(what: string, note: (failure: OwnFailure) => void, run: () => void): void {
  guarded(what, note, run, () => {});
}
