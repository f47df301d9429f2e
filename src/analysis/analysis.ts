import type { Finding, Severity } from '../checks/finding.ts';
import { checks } from '../checks/registry/index.ts';
import { runChecks, subscribe } from '../checks/registry/run.ts';
import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import { foldFindings } from '../conclusion/fold-findings.ts';
import { gapsOf } from '../conclusion/gaps.ts';
import { innerFailures } from '../conclusion/inner-failure.ts';
import { notYourClient } from '../conclusion/not-your-client.ts';
import { outcomeOf } from '../conclusion/outcome.ts';
import { verdictOf } from '../conclusion/verdict.ts';
import { Correlator } from '../correlation/correlator.ts';
import type { Group } from '../correlation/group.ts';
import type { Item } from '../correlation/item.ts';
import { OuterPages } from '../correlation/outer-pages.ts';
import { assembleMessages } from '../flow/assemble.ts';
import { buildFlow } from '../flow/build-flow.ts';
import type { Flow } from '../flow/flow.ts';
import { navigationExchange } from '../flow/navigation-exchange.ts';
import { flowId, recordingView } from '../flow/recording-view.ts';
import type { Exchange, Gap, Navigation } from '../http/exchange.ts';
import type { Message, MetadataRequest } from '../oauth/message.ts';
import { recognise } from '../oauth/recognise.ts';
import { createTriage } from '../oauth/triage.ts';
import { type MergeSources, Sources } from '../recorders/sources.ts';
import { type OutsideFinding, outsideReader } from './outside.ts';

export type { OutsideFinding } from './outside.ts';

/** Everything that is known at one moment. Unchanged flows keep their identity between snapshots. */
export interface Snapshot {
  /** Ordered by start. */
  readonly flows: readonly AnalysedFlow[];
  readonly outside: readonly OutsideFinding[];
  /** Messages that belong to no flow, in time order; calls whose token nobody issued are left out. */
  readonly loose: readonly Message[];
  readonly gaps: readonly Gap[];
  /** Milliseconds that were added to the times of a source, by its index. */
  readonly clockShifts: ReadonlyMap<number, number>;
  /** How many exchanges were added, relevant or not. */
  readonly exchanges: number;
  /** How many OAuth messages were recognised. */
  readonly messages: number;
}

/** The whole core, incremental: exchanges may come out of order and more than once. */
export interface Analysis {
  /**
   * Announces one of several sources before its exchanges are added: what to call it (the name of its
   * file) and how sources are merged, which few recordings need (`recorders/merge-sources.ts`).
   */
  addSource(source: number, name: string, merge: MergeSources): void;
  /** Adds or, when its id is known, replaces an exchange. */
  add(exchange: Exchange): void;
  /** Whether an exchange shares a code, a token or another such value with what was added. */
  knows(exchange: Exchange): boolean;
  addNavigation(navigation: Navigation): void;
  addGap(gap: Gap): void;
  /** Forgets everything. */
  clear(): void;
  /** Recomputes only what changed since the last call. */
  snapshot(): Snapshot;
}

/** What is known of an attempt until something in it changes. */
interface Known {
  readonly root: Item;
  readonly analysed: AnalysedFlow;
  readonly gaps: readonly Gap[];
}

const subscriptions = subscribe(checks);
const recogniseDelivered = (exchange: Exchange): boolean =>
  recognise(exchange).some(({ kind }) => kind === 'response-delivered');
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Makes an empty analysis. */
export function createAnalysis(): Analysis {
  let correlator = new Correlator();
  let sources = new Sources(correlator);
  let pages = new OuterPages(correlator);
  let flows = new Map<string, Known>();
  let gaps: Gap[] = [];
  let exchanges = 0;
  const triage = createTriage();
  const outside = outsideReader(judge);
  const told = innerFailures();

  const update = (root: Item, group: Group | null): void => {
    const known = flows.get(flowId(root));
    if (!group) {
      if (known?.root === root) flows.delete(flowId(root));
      return;
    }
    const flow = flowOf(group, correlator, pages);
    flows.set(flowId(root), { root, analysed: analyse(flow), gaps: gapsOf(flow) });
  };

  return {
    addSource: (source, name, merge) => sources.announce(source, name, merge),
    add: (exchange) => {
      exchanges += 1;
      if (!exchange.onDemand && triage.relevance(exchange) === 'none') sources.remove(exchange.id);
      else sources.add(exchange);
    },
    knows: (exchange) => {
      sources.settle();
      return correlator.knows(exchange);
    },
    addNavigation: (navigation) => {
      const exchange = navigationExchange(navigation);
      if (recogniseDelivered(exchange)) sources.add(exchange);
    },
    addGap: (gap) => {
      gaps.push(gap);
    },
    clear: () => {
      correlator = new Correlator();
      sources = sources.restart(correlator);
      pages = new OuterPages(correlator);
      flows = new Map();
      gaps = [];
      exchanges = 0;
    },
    snapshot: () => {
      sources.settle();
      for (const [root, group] of pages.groupsOf(correlator.takeDirty())) update(root, group);
      const known = [...flows.values()].sort(byStart);
      const analysed = told(known.map((one) => one.analysed));
      const { findings, loose } = outside(correlator);
      return {
        flows: analysed,
        outside: findings,
        loose,
        clockShifts: sources.shifts,
        gaps: [...gaps, ...sources.gaps, ...known.flatMap((one) => one.gaps)],
        exchanges,
        messages: analysed.reduce((sum, { flow }) => sum + flow.messages.length, loose.length),
      };
    },
  };
}

function byStart({ analysed: a }: Known, { analysed: b }: Known): number {
  return a.flow.startedAt - b.flow.startedAt || (a.flow.id < b.flow.id ? -1 : 1);
}

function flowOf(group: Group, correlator: Correlator, pages: OuterPages): Flow {
  const { root, parent } = group;
  const items = pages.itemsOf(group);
  const found = group.metadata?.sighting ?? items.map(({ sighting }) => sighting).find(isMetadata);
  const metadata = found && isMetadata(found) ? found : null;
  const above = (item: Item): Item | null => correlator.above(item);
  return buildFlow({
    id: flowId(root),
    messages: assembleMessages(items, { metadata, above }),
    parent: parent ? flowId(parent.item) : null,
    relation: parent?.relation ?? null,
    metadata,
    recording: recordingView(correlator),
  });
}

function isMetadata(sighting: Item['sighting']): sighting is MetadataRequest {
  return sighting.kind === 'metadata-request' && sighting.metadata !== null;
}

function judge(flow: Flow): ReturnType<typeof runChecks> {
  return runChecks(flow, subscriptions);
}

function analyse(flow: Flow): AnalysedFlow {
  const { findings: raw, unclear } = judge(flow);
  const findings = [...foldFindings(notYourClient(raw, flow))].sort(worstFirst);
  const outcome = outcomeOf(flow, findings);
  return { flow, findings, unclear, outcome, verdict: verdictOf(flow, findings, outcome) };
}

function worstFirst(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    (a.message ?? Number.MAX_SAFE_INTEGER) - (b.message ?? Number.MAX_SAFE_INTEGER) ||
    (a.check < b.check ? -1 : a.check > b.check ? 1 : 0)
  );
}
