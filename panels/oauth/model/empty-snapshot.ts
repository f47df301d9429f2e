import type { Snapshot } from '../../../src/analysis/snapshot.ts';

/** What a recording shows that has nothing. */
export const EMPTY_SNAPSHOT: Snapshot = {
  flows: [],
  outside: [],
  loose: [],
  gaps: [],
  rehearsals: [],
  redaction: null,
  clockShifts: new Map(),
  exchanges: 0,
  messages: 0,
};
