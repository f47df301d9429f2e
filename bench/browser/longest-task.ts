import type { Page } from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  /** Microseconds: by the clock, and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of the page's main thread, in milliseconds. */
export interface LongestTask {
  /** Of the processor: other programs do not lengthen it. */
  readonly busy: number;
  readonly elapsed: number;
}

/** Marks the page in the trace. The browser has other pages too, such as that of a new tab. */
const MARK = 'measured page';
const TASKS: ReadonlySet<string> = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** The longest task while something is done. A frame takes at least as long as its longest task. */
export async function longestTask(page: Page, work: () => Promise<void>): Promise<LongestTask> {
  const tasks = await tasksOf(page, work);
  const longest = (of: (event: TraceEvent) => number | undefined) =>
    tasks.reduce((most, event) => Math.max(most, of(event) ?? 0), 0) / 1_000;
  return { busy: longest(({ tdur, dur }) => tdur ?? dur), elapsed: longest(({ dur }) => dur) };
}

/** Milliseconds of the processor that the page's main thread needs while something is done. */
export async function busyTime(page: Page, work: () => Promise<void>): Promise<number> {
  const tasks = await tasksOf(page, work);
  return tasks.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0) / 1_000;
}

async function tasksOf(page: Page, work: () => Promise<void>): Promise<readonly TraceEvent[]> {
  await page.tracing.start({ categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] });
  await page.evaluate((mark) => void performance.mark(mark), MARK);
  await work();
  const bytes = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(bytes)) as {
    traceEvents: readonly TraceEvent[];
  };
  const own = traceEvents.find(({ name }) => name === MARK)?.pid;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .filter(({ pid }) => pid === own)
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && TASKS.has(name) && main.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error('The trace has no tasks, so nothing was measured.');
  return tasks;
}
