import { analyseRecording } from '../analysis/analyse-recording.ts';
import { joinedNote } from '../analysis/redaction-notes.ts';
import type { Snapshot } from '../analysis/snapshot.ts';
import type { Placeholder, Recording, RedactionNote } from '../http/recording.ts';
import { hasKeys, knownSignatures } from './carried-signatures.ts';
import { Collection } from './collect.ts';
import { collecting } from './collect-recording.ts';
import { hostLabels, hostStandIns } from './host-names.ts';
import { inTurns, stepsInTurns } from './in-turns.ts';
import { aroundNames, named, namesOf } from './placeholder-names.ts';
import { prepareCollection } from './prepare-collection.ts';
import { type Random, strongRandom } from './random.ts';
import { hiddenBy, removedValues } from './redaction-note.ts';
import type { RedactionOptions } from './redaction-options.ts';
import type { Replacement } from './replacement.ts';
import { rewriteExchange, rewriteRehearsal } from './rewrite/rewrite-exchange.ts';
import { rewriteUrl } from './rewrite/rewrite-url.ts';
import { createRewriter } from './rewrite/rewriter.ts';
import { laterNote, shiftedTime, shiftOf, withRehearsal } from './rewrite/shift-times.ts';
import { withoutData } from './without-data.ts';

export { aroundNames, namesOf };

/** A value that was replaced. It never leaves the machine. */
export interface RemovedValue {
  readonly value: string;
  readonly placeholder: Placeholder;
  /** Why it was replaced, one sentence for the preview. */
  readonly why: string;
  /** Parameters, headers, cookies and members that held it. */
  readonly names: readonly string[];
  /** It may be a word of any text, so it is only replaced where its names are. */
  readonly isWord: boolean;
}

/** A recording in which every secret and personal value is replaced. */
export interface RedactedRecording {
  readonly recording: Recording & { readonly redaction: RedactionNote };
  /** What was replaced, for the preview and the final scan. */
  readonly removed: readonly RemovedValue[];
  /** Replaces values and stand-ins by the names of placeholders, in a text about the recording. */
  readonly redactText: (text: string) => string;
}

/** How long work is watched and ended. */
export interface Work {
  readonly signal?: AbortSignal;
  /** The share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** The settled analysis of the recording, where there is one. */
  readonly original?: Snapshot;
  /**
   * Only these exchanges are written, without pages and the answers of APIs, for reports that show
   * nothing else. The values in all others are removed from them too.
   */
  readonly only?: ReadonlySet<string>;
  /** Makes stand-ins the same each time, for tests. */
  readonly random?: Random;
}

const NOTHING = { flows: [] };
const HOST: Replacement = { class: 'host', label: 'host', reach: 'word' };

/**
 * Replaces every secret and personal value of a recording, in every encoding, by a stand-in. The
 * analysis of the result is the analysis of the recording. Rejects only when it is cancelled.
 */
export async function redactRecording(
  recording: Recording,
  options: RedactionOptions,
  work: Work = {},
): Promise<RedactedRecording> {
  work.signal?.throwIfAborted();
  const { exchanges, navigations, gaps, sources, rehearsals = [] } = recording;
  const isAnalysed = options.hosts || hasKeys(recording);
  const original = work.original ?? (isAnalysed ? await analyseRecording(recording) : NOTHING);
  const collection = new Collection();
  await stepsInTurns(collecting(collection, exchanges, recording), work);
  const earlier = recording.redaction ?? null;
  // What stands for a value that was replaced before is none.
  const standIns = earlier?.placeholders.map(({ standIn }) => standIn) ?? [];
  const keep = [...options.keep, ...standIns];
  prepareCollection(collection, { ...options, keep }, hostLabels(exchanges));
  const hosts = options.hosts
    ? hostStandIns(exchanges, collection.secrets.keys(), original)
    : new Map<string, string>();
  for (const host of hosts.keys()) collection.note(host, 'host', HOST);
  const first = exchanges.reduce(
    (least, one) => Math.min(least, one.startedAt),
    Number.POSITIVE_INFINITY,
  );
  const shift = options.times === 'relative' && exchanges.length > 0 ? shiftOf(first) : 0;
  const time = (value: string): string => (shift === 0 ? value : shiftedTime(value, shift, first));
  const random = work.random ?? strongRandom();
  const rewriter = createRewriter(collection, { random, hosts, time });
  const later = <T extends { readonly at: number | null }>(one: T): T =>
    one.at === null ? one : { ...one, at: one.at + shift };
  const shown = work.only ? withoutData(exchanges, work.only) : exchanges;
  const redacted = {
    ...recording,
    exchanges: await inTurns(shown, work, (exchange) => ({
      ...withRehearsal(rewriteExchange(exchange, rewriter), shift),
      startedAt: exchange.startedAt + shift,
    })),
    ...(rehearsals.length === 0
      ? {}
      : { rehearsals: rehearsals.map((one) => laterNote(rewriteRehearsal(one, rewriter), shift)) }),
    navigations: navigations.map((one) => later({ ...one, url: rewriteUrl(one.url, rewriter) })),
    gaps: gaps.map((gap) => later({ ...gap, text: rewriter.text(gap.text) })),
    sources: sources.map((source) => ({
      ...source,
      file: rewriter.text(source.file),
      recorder: rewriter.text(source.recorder),
    })),
  };
  work.onProgress?.(1);
  const known = knownSignatures(recording, original);
  const signatures = Object.fromEntries(
    [...known].map(([compact, answer]) => [rewriter.text(compact), answer]),
  );
  const removed = removedValues(
    collection,
    rewriter.replaced,
    rewriter.unseen(),
    earlier?.placeholders,
  );
  const placeholders = removed
    .map(({ placeholder }) => placeholder)
    .filter(({ times }) => times > 0);
  const redaction = joinedNote(earlier, {
    version: 1,
    placeholders,
    signatures,
    hides: hiddenBy(options, signatures),
  });
  const names = new Map(removed.map(({ value, placeholder }) => [value, placeholder.name]));
  const readable = namesOf(redaction);
  return {
    recording: { ...redacted, redaction },
    removed,
    redactText: (text) => {
      const known = named(text, rewriter.find, (value) => names.get(value));
      return aroundNames(known, readable);
    },
  };
}
