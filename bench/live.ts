import { createAnalysis } from '../src/analysis/analysis.ts';
import chromium from '../src/har/dialects/chromium.ts';
import { entryToExchange, withResponseBody } from '../src/har/entry.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { traffic } from './data.ts';
import { liveBytes, median, time } from './measure.ts';

const COUNT = 100_000;
const BATCH = 1_000;
const SAMPLE = 5_000;

interface LiveCost {
  /** Cost of an exchange in the last tenth, divided by the cost of one in the first. */
  readonly growth: number;
  /** Bytes kept, divided by the bytes of all exchanges. */
  readonly retained: number;
  readonly messages: number;
}

function* exchanges(count: number): Generator<Exchange> {
  let index = 0;
  for (const entry of traffic(count)) {
    const exchange = entryToExchange(entry, { id: `0:${index}`, source: 0, dialect: chromium });
    yield withResponseBody(exchange, entry, chromium);
    index += 1;
  }
}

/** Adds exchanges one by one and takes a snapshot after each batch, as the panel does. */
export function live(): LiveCost {
  run(COUNT / 5);
  const before = liveBytes();
  const sample = [...exchanges(SAMPLE)];
  const perExchange = (liveBytes() - before) / sample.length;
  sample.length = 0;
  const empty = liveBytes();
  const { times, analysis } = run(COUNT);
  const kept = liveBytes() - empty;
  const tenth = times.length / 10;
  return {
    growth: median(times.slice(-tenth)) / median(times.slice(0, tenth)),
    retained: kept / (perExchange * COUNT),
    messages: analysis.snapshot().messages,
  };
}

function run(count: number) {
  const analysis = createAnalysis();
  const times: number[] = [];
  let batch: Exchange[] = [];
  for (const exchange of exchanges(count)) {
    if (batch.push(exchange) < BATCH) continue;
    const full = batch;
    times.push(
      time(() => {
        for (const one of full) analysis.add(one);
        analysis.snapshot();
      }),
    );
    batch = [];
  }
  return { times, analysis };
}
