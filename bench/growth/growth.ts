import { analyseRecording } from '../../src/analysis/analyse-recording.ts';
import type { Snapshot } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { Recording } from '../../src/http/recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import textFormat from '../../src/report/formats/text.ts';
import { prepareReport, writeReport } from '../../src/report/share.ts';
import { cpuTime } from '../measure.ts';
import { CALL_SHAPES } from './call-shapes.ts';
import { LOOP_SHAPES } from './loop-shapes.ts';
import type { Shape, Shapes } from './shape.ts';
import { SIZE_SHAPES } from './size-shapes.ts';

/** All shapes, by name. */
export const SHAPES: Shapes = { ...CALL_SHAPES, ...LOOP_SHAPES, ...SIZE_SHAPES };

/** How a part of the work grows with a shape. */
interface Growth {
  /** Milliseconds of the processor for a quarter, a half and the whole. */
  readonly times: readonly number[];
  /** Exponents from a quarter to a half, and from a half to the whole. */
  readonly exponents: readonly number[];
}

const SIZES = [1 / 4, 1 / 2, 1] as const;
const ROUNDS = 5;
/** A sample is repeated until it took this long, so that short ones are not noise. */
const LEAST = 100;
/** A part that takes longer than this is measured in fewer rounds. */
const LONG = 3_000;

/** Measures the analysis of a shape, or writing the text report on it. */
export async function growthOf(name: string, part: string): Promise<Growth> {
  const shape = SHAPES[name];
  if (!shape) throw new Error(`no such shape: ${name}`);
  const measure = part === 'report' ? reporting : analysing;
  const sample = (size: number) => least(() => measure(shape.make(size)));
  const empty = await least(() => measure([]));
  const sizes = SIZES.map((share) => Math.round(shape.count * share));
  const best = sizes.map(() => Number.POSITIVE_INFINITY);
  let spent = 0;
  // The sizes alternate, so that a busy machine slows all. The first round warms up.
  for (let round = 0; round <= ROUNDS && (round < 2 || spent < LONG * round); round += 1) {
    for (const [index, size] of sizes.entries()) {
      const time = await sample(size);
      spent += time;
      if (round > 0) best[index] = Math.min(best[index] ?? 0, time);
    }
  }
  const times = best.map((time) => Math.max(time - empty, 0));
  const exponents = times.slice(1).map((time, index) => Math.log2(time / (times[index] ?? 0)));
  return { times, exponents };
}

/** The names of all shapes and what they are about. */
export function shapeNames(): readonly { readonly name: string; readonly what: string }[] {
  return Object.entries(SHAPES).map(([name, { what, count }]: [string, Shape]) => ({
    name,
    what: `${count.toLocaleString('en')} ${what}`,
  }));
}

type Work = () => Promise<unknown>;

async function analysing(exchanges: readonly Exchange[]): Promise<Work> {
  const recording = recordingOf(exchanges);
  return () => analyseRecording(recording);
}

async function reporting(exchanges: readonly Exchange[]): Promise<Work> {
  const recording = recordingOf(exchanges);
  const snapshot: Snapshot = await analyseRecording(recording);
  return async () => {
    const prepared = await prepareReport(recording, DEFAULT_REDACTION, {}, snapshot);
    const report = writeReport(prepared, textFormat);
    if (!report.ok) throw new Error('the report was refused');
  };
}

/**
 * The time of one run: the mean of as many as take some time together. Each run has exchanges of its
 * own, because what is read of an exchange is remembered with it.
 */
async function least(prepare: () => Promise<Work>): Promise<number> {
  globalThis.gc?.();
  let runs = 0;
  let time = 0;
  while (time < LEAST) {
    time += await cpuTime(await prepare());
    runs += 1;
  }
  return time / runs;
}

function recordingOf(exchanges: readonly Exchange[]): Recording {
  const count = new Map<number, number>();
  for (const { source } of exchanges) count.set(source, (count.get(source) ?? 0) + 1);
  const sources = [...count].map(([index, number]) => ({
    file: `tab-${index}.har`,
    recorder: 'bench',
    exchanges: number,
  }));
  return { exchanges, navigations: [], gaps: [], sources };
}
