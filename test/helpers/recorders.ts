import type { BrowserName } from '../../playground/browsers/types.ts';
import { scenarios } from '../../playground/scenarios.ts';
import { BACKGROUND_SCENARIOS, WHOLE } from './background-scenarios.ts';
import { type Capture, captures } from './captures.ts';
import { expectedKinds } from './expectation.ts';

/** A way to record, with the evidence of what it sees. */
export interface Recorder {
  readonly id: `${BrowserName}-${'tab' | 'recorder' | 'export'}` | 'proxy';
  readonly title: string;
  /** Captures to be analysed. */
  readonly files: readonly Capture[];
  /** Kinds that the browser tests have found in the panel, once per scenario that shows them. */
  readonly shown: readonly string[];
}

/** Every recorder, in the order of the table's columns. */
export const recorders: readonly Recorder[] = [
  tab('chromium', 'Chromium, OAuth tab'),
  tab('firefox', 'Firefox, OAuth tab'),
  withRecorder('chromium', 'Chromium, with the recorder'),
  withRecorder('firefox', 'Firefox, with the recorder'),
  exported('chromium', 'Chromium, exported HAR'),
  exported('firefox', 'Firefox, exported HAR'),
  {
    id: 'proxy',
    title: 'mitmproxy between servers',
    files: captures.filter(isOfProxy),
    shown: [],
  },
];

/** The kinds that the browser tests require in the panel (`test/browser/scenario-behaviour.ts`). */
function tab(browser: BrowserName, title: string): Recorder {
  const shown = scenarios
    .filter(({ capturedOnly }) => !capturedOnly)
    .flatMap(({ expected }) => expectedKinds(expected, browser, 'panel'));
  return { id: `${browser}-tab`, title, files: [], shown };
}

/**
 * The kinds that the tests require of the recorder in the background
 * (`test/browser/background-behaviour.ts`).
 */
function withRecorder(browser: BrowserName, title: string): Recorder {
  const shown = BACKGROUND_SCENARIOS.flatMap(() => WHOLE);
  return { id: `${browser}-recorder`, title, files: [], shown };
}

function exported(browser: BrowserName, title: string): Recorder {
  const files = captures.filter((one) => one.folder.endsWith(browser) && !isOfProxy(one));
  return { id: `${browser}-export`, title, files, shown: [] };
}

function isOfProxy({ path }: Capture): boolean {
  return path.endsWith('.backend.har');
}
