import { type Call, clockHints } from './clock-hints.ts';
import { endOf, order, startOf } from './clock-moments.ts';
import type { ClockEvidence, ClockLimit } from './clocks.ts';
import { areTwins } from './same-exchange.ts';
import type { Trace } from './trace.ts';

/** Collects what the exchanges of several recorders show about each other's clocks. */
export function clockEvidence(traces: readonly Trace[]): ClockEvidence {
  const lives = livesOf(traces);
  return {
    limits: [...lives.flatMap(limitsOfLife), ...serverLimits(traces), ...twinLimits(traces)],
    hints: clockHints(traces, lives.flatMap(callsOfLife)),
  };
}

/** Each source is compared with this many others at most, so that hundreds of files take no longer. */
const MAX_COMPARED = 20;

/** The first exchange of each source that did something with a value. */
type Firsts = Map<number, Trace>;

interface Life {
  readonly issued: Firsts;
  readonly delivered: Firsts;
  readonly used: Firsts;
}

/** Finds, for each value, the first exchange of each source that issued, delivered or used it. */
function livesOf(traces: readonly Trace[]): readonly Life[] {
  const lives = new Map<string, Life>();
  const lifeOf = (name: string): Life => {
    const found = lives.get(name) ?? { issued: new Map(), delivered: new Map(), used: new Map() };
    lives.set(name, found);
    return found;
  };
  for (const trace of traces) {
    for (const name of trace.issues) keepFirst(lifeOf(name).issued, trace);
    for (const name of trace.delivers) keepFirst(lifeOf(name).delivered, trace);
    for (const name of trace.uses) keepFirst(lifeOf(name).used, trace);
  }
  return [...lives.values()];
}

function keepFirst(firsts: Firsts, trace: Trace): void {
  const { source, startedAt } = trace.exchange;
  const known = firsts.get(source);
  if (!known || startedAt < known.exchange.startedAt) firsts.set(source, trace);
}

/**
 * Limits from the life of one value: it is issued, then delivered, then used. Whatever depends on
 * its use comes last.
 */
function limitsOfLife({ issued, delivered, used }: Life): readonly ClockLimit[] {
  const uses = [...used.values()];
  const issues = [...issued.values()].slice(0, MAX_COMPARED);
  const deliveries = [...delivered.values()].slice(0, MAX_COMPARED);
  return uses.flatMap((use) => [
    ...issues.flatMap((issue) => order(startOf(issue), startOf(use))),
    ...deliveries.flatMap((delivery) => [
      ...order(startOf(delivery), startOf(use)),
      ...(delivery.leadsOn && delivery.exchange.duration !== null
        ? order(endOf(use), endOf(delivery))
        : []),
    ]),
  ]);
}

/**
 * Uses of a value by a server, where another recorder saw both the request to that server and its
 * answer.
 */
function callsOfLife({ delivered, used }: Life): readonly Call[] {
  return [...delivered.values()]
    .slice(0, MAX_COMPARED)
    .flatMap((asked) =>
      [...used.values()]
        .filter((use) => asked.leadsOn && use.exchange.source !== asked.exchange.source)
        .map((use) => ({ asked, use })),
    );
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Limits from the `Date` of one server that both recorders saw: its clock is the same, right or
 * wrong.
 */
function serverLimits(traces: readonly Trace[]): readonly ClockLimit[] {
  const origins = new Map<string, Map<number, Range>>();
  for (const { server, exchange } of traces) {
    if (!server) continue;
    const sources = origins.get(server.origin) ?? new Map<number, Range>();
    origins.set(server.origin, sources);
    sources.set(exchange.source, overlap(sources.get(exchange.source) ?? ANY, server));
  }
  return [...origins.values()].flatMap((sources) => {
    // A server whose answers contradict each other does not have one clock.
    const ranges = [...sources].filter(([, { from, to }]) => from <= to);
    return ranges.flatMap(([source, range], index) =>
      ranges.slice(0, Math.min(index, MAX_COMPARED)).flatMap(([against, other]) => [
        { source, against, most: range.to - other.from },
        { source: against, against: source, most: other.to - range.from },
      ]),
    );
  });
}

const ANY: Range = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

function overlap(a: Range, b: Range): Range {
  return { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) };
}

/** A request that is repeated more often than this says little about one moment. */
const MAX_REPEATED = 20;

/** Limits from exchanges that both recorders saw: the two recorded times overlap. */
function twinLimits(traces: readonly Trace[]): readonly ClockLimit[] {
  const groups = new Map<string, Trace[]>();
  for (const trace of traces) {
    if (!trace.hasValue) continue;
    const group = groups.get(trace.fingerprint);
    if (group) group.push(trace);
    else groups.set(trace.fingerprint, [trace]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length > MAX_REPEATED) return [];
    const single = group.filter(
      ({ exchange }) =>
        exchange.duration !== null &&
        group.filter((other) => other.exchange.source === exchange.source).length === 1,
    );
    return single.flatMap((one) =>
      single
        .filter((other) => areTwins(one.exchange, other.exchange))
        .flatMap((other) => order(startOf(one), endOf(other))),
    );
  });
}
