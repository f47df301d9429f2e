import { innerFailures } from '../conclusion/inner-failure.ts';
import { loopReasons } from '../conclusion/loop-reasons.ts';
import { madeUpLater } from '../conclusion/made-up-later.ts';
import { recoveredLater } from '../conclusion/recovered-later.ts';
import { Correlator } from '../correlation/correlator.ts';
import { navigationExchange } from '../flow/navigation-exchange.ts';
import { Signatures } from '../flow/signatures.ts';
import type { Exchange, Gap } from '../http/exchange.ts';
import { guarded, type OwnFailure, ownFailure } from '../http/own-failure.ts';
import type { RedactionNote } from '../http/recording.ts';
import type { RehearsalNote } from '../http/rehearsal-note.ts';
import { finished, type Steps } from '../http/stepwise.ts';
import { recognise } from '../oauth/recognise.ts';
import { createTriage } from '../oauth/triage.ts';
import { Sources } from '../recorders/sources.ts';
import { Attempts } from './attempts.ts';
import { byStart } from './conclude.ts';
import { FailureLog, nameOf } from './failure-log.ts';
import { heldRecording } from './held-recording.ts';
import { type Outside, outsideReader } from './outside.ts';
import { joinedNote, redactedGaps } from './redaction-notes.ts';
import type { Analysis, Snapshot } from './snapshot.ts';

export type { OutsideFinding } from './outside.ts';
export type { Analysis, Snapshot } from './snapshot.ts';

const recogniseDelivered = (exchange: Exchange): boolean =>
  recognise(exchange).some(({ kind }) => kind === 'response-delivered');

/** Makes an empty analysis. */
export function createAnalysis(): Analysis {
  const failures = new FailureLog();
  const { note } = failures;
  let correlator = new Correlator(note);
  let sources = new Sources(correlator);
  let signatures = new Signatures(correlator.keySets);
  let gaps: Gap[] = [];
  let redaction: RedactionNote | null = null;
  const rehearsals = new Map<string, RehearsalNote>();
  const lacksMessages = (): boolean => gaps.some(({ kind }) => kind === 'unread-message');
  const begin = () => new Attempts({ correlator, signatures, lacksMessages, note });
  let attempts = begin();
  let exchanges = 0;
  const triage = createTriage();
  let outside = outsideReader(correlator, signatures);
  const retold = madeUpLater();
  const told = innerFailures();
  const reasons = loopReasons();
  const recovered = recoveredLater();

  const take = (exchange: Exchange): void => {
    if (!exchange.onDemand && triage.relevance(exchange) === 'none') sources.remove(exchange.id);
    else sources.add(exchange);
  };

  const mergeAll = (): void => attempt('compare the recordings', note, () => sources.settle());

  function* steps(): Steps<Snapshot> {
    mergeAll();
    yield* attempts.update();
    const outer = guarded(
      'read the messages outside any flow',
      note,
      () => outside(),
      (): Outside => ({ flows: [], findings: [], loose: [] }),
    );
    yield;
    const known = [...attempts.all, ...outer.flows].sort(byStart);
    const alone = known.map((one) => one.analysed);
    const later = guarded(
      'find what worked in later attempts',
      note,
      () => retold(alone),
      () => alone,
    );
    yield;
    const analysed = guarded(
      'find what failed inside other logins and in loops',
      note,
      () => recovered(told(reasons(later))),
      () => later,
    );
    yield;
    const { loose } = outer;
    return {
      flows: analysed,
      outside: outer.findings,
      loose,
      clockShifts: sources.shifts,
      redaction,
      rehearsals: [...rehearsals.values()],
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
  }

  return {
    addSource: (source, name, merge) => sources.announce(source, name, merge),
    add: (exchange) => {
      exchanges += 1;
      attempt(`examine ${nameOf(exchange)}`, note, () => take(exchange));
    },
    remove: (id) => attempt('forget an exchange', note, () => sources.remove(id)),
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
      if (gap.kind === 'unread-message') attempts.reconsiderAll();
    },
    addRehearsal: (rehearsal) => {
      rehearsals.set(rehearsal.id, rehearsal);
    },
    addNote: (note) => {
      redaction = joinedNote(redaction, note);
      signatures.carry(note.signatures);
    },
    recording: (named) => {
      mergeAll();
      const held = heldRecording(correlator, [...gaps, ...sources.gaps], named, redaction);
      return rehearsals.size === 0 ? held : { ...held, rehearsals: [...rehearsals.values()] };
    },
    clear: () => {
      correlator = new Correlator(note);
      sources = sources.restart(correlator);
      signatures = new Signatures(correlator.keySets);
      attempts = begin();
      outside = outsideReader(correlator, signatures);
      gaps = [];
      redaction = null;
      rehearsals.clear();
      failures.clear();
      exchanges = 0;
    },
    snapshot: () => finished(steps()),
    steps,
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
