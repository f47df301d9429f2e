import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { attemptRuns } from '../../../src/conclusion/attempt-runs.ts';
import { flowTree, type PlacedFlow } from '../../../src/conclusion/flow-tree.ts';
import { hostOf } from '../../../src/http/url.ts';
import type { Sign } from '../../../src/words/outcomes.ts';
import { OUTSIDE } from './outside-flow.ts';

/** The orders of the list of flows, in the order of its menu. */
export const FLOW_SORTS = ['newestLast', 'newestFirst', 'state', 'server'] as const;
export type FlowSort = (typeof FLOW_SORTS)[number];

/** What the orders are called. */
export const SORT_WORDS: Readonly<Record<FlowSort, string>> = {
  newestLast: 'Newest last',
  newestFirst: 'Newest first',
  state: 'By state',
  server: 'By server',
};

/** A flow, with the flows under it in the order of the list. */
interface Tree {
  readonly root: AnalysedFlow;
  readonly placed: readonly PlacedFlow[];
}

/** An entry of the list: a flow, or attempts that repeat each other. */
export interface FlowEntry {
  /** Stays the same while more attempts join the entry. */
  readonly key: string;
  readonly last: Tree;
  readonly earlier: readonly Tree[];
}

/** One row of the list. */
export interface FlowRowData {
  readonly analysed: AnalysedFlow;
  readonly depth: number;
  /** Key of the entry whose attempts this row folds and unfolds. Null for all other rows. */
  readonly folds: string | null;
  readonly unfolded: boolean;
  /** Number of the attempts of the entry. */
  readonly attempts: number;
  /** Number of its entry, from 1. Null for a row under another one. */
  readonly position: number | null;
}

/** The entries in the order in which their last attempts began. */
export function flowEntries(flows: readonly AnalysedFlow[]): readonly FlowEntry[] {
  const trees = new Map<AnalysedFlow, Tree>();
  let placed: PlacedFlow[] = [];
  for (const one of flowTree(flows)) {
    if (one.depth === 0) {
      placed = [];
      trees.set(one.analysed, { root: one.analysed, placed });
    }
    placed.push(one);
  }
  const treeOf = (root: AnalysedFlow): Tree => trees.get(root) ?? { root, placed: [] };
  return attemptRuns([...trees.keys()]).map(({ last, earlier }) => ({
    key: (earlier[0] ?? last).flow.id,
    last: treeOf(last),
    earlier: earlier.map(treeOf),
  }));
}

const STATES: readonly Sign[] = ['bad', 'recovered', 'rehearsed', 'open', 'unknown', 'good'];

const serverOf = ({ last }: FlowEntry): string => {
  const { authorizationServer: server } = last.root.flow;
  return server === null ? '\uffff' : hostOf(server);
};

/** The entries in the order of the user. What belongs to no flow is last in each. */
export function sorted(entries: readonly FlowEntry[], sort: FlowSort): readonly FlowEntry[] {
  const outside = entries.filter(({ key }) => key === OUTSIDE);
  const flows = entries.filter(({ key }) => key !== OUTSIDE);
  const state = ({ last }: FlowEntry) => STATES.indexOf(last.root.verdict.sign);
  if (sort === 'newestFirst') flows.reverse();
  if (sort === 'state') flows.reverse().sort((a, b) => state(a) - state(b));
  if (sort === 'server') {
    const names = new Map(flows.map((entry) => [entry, serverOf(entry)]));
    const name = (entry: FlowEntry) => names.get(entry) ?? '';
    flows.sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
  }
  return [...flows, ...outside];
}

/** The keys of the entries, by the ids of the flows that are shown only while they are unfolded. */
export function foldedFlows(entries: readonly FlowEntry[]): ReadonlyMap<string, string> {
  const folded = new Map<string, string>();
  for (const { key, earlier } of entries) {
    for (const { placed } of earlier)
      for (const { analysed } of placed) folded.set(analysed.flow.id, key);
  }
  return folded;
}

/** The rows of the entries, from the top. */
export function flowRows(
  entries: readonly FlowEntry[],
  isUnfolded: (entry: FlowEntry) => boolean,
): readonly FlowRowData[] {
  return entries.flatMap((entry, index): readonly FlowRowData[] => {
    const { key, last, earlier } = entry;
    const attempts = earlier.length + 1;
    const unfolded = attempts > 1 && isUnfolded(entry);
    const head: FlowRowData = {
      analysed: last.root,
      depth: 0,
      folds: attempts > 1 ? key : null,
      unfolded,
      attempts,
      position: index + 1,
    };
    const shown = unfolded ? earlier.flatMap(({ placed }) => placed.map((one) => row(one, 1))) : [];
    return [head, ...shown, ...last.placed.slice(1).map((one) => row(one, 0))];
  });
}

function row({ analysed, depth }: PlacedFlow, shift: number): FlowRowData {
  const below = { folds: null, unfolded: false, attempts: 1, position: null };
  return { analysed, depth: depth + shift, ...below };
}
