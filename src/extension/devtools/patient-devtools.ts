import { LATE, type Late, Question } from './deadline.ts';
import type { DevtoolsApi, HarLog, PageResource } from './devtools-api.ts';

/** Milliseconds after which the page counts as stopped, most likely in the debugger. */
const PAGE_PATIENCE = 5_000;
/** A log of thousands of entries with their bodies takes seconds. */
const LOG_PATIENCE = 30_000;

/** DevTools whose questions all end, with their answer or after a deadline. */
export interface PatientDevtools extends Omit<DevtoolsApi, 'readLog'> {
  /** The current log. Null when the browser refuses, `LATE` when it does not answer. */
  readLog(): Promise<HarLog | null | Late>;
}

/** Called once for each row of late answers. */
export interface LateListener {
  page(): void;
  log(): void;
}

/** Gives every question to DevTools a deadline, and a pause that grows when answers are late. */
export function patientDevtools(api: DevtoolsApi, late: LateListener): PatientDevtools {
  const page = new Question<string | null>({
    milliseconds: PAGE_PATIENCE,
    nothing: null,
    onLate: () => late.page(),
  });
  const log = new Question<HarLog | null | Late>({
    milliseconds: LOG_PATIENCE,
    nothing: LATE,
    onLate: () => late.log(),
  });
  const resources = new Question<readonly PageResource[]>({
    milliseconds: PAGE_PATIENCE,
    nothing: [],
    onLate: () => late.page(),
  });
  return {
    ...api,
    evaluate: (expression) => page.ask(() => api.evaluate(expression)),
    readLog: () => log.ask(() => api.readLog()),
    readResources: () => resources.ask(() => api.readResources()),
  };
}
