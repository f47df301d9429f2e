import { existsSync, readdirSync } from 'node:fs';
import type { BrowserName } from '../../playground/browsers/types.ts';
import { scenarios } from '../../playground/scenarios.ts';
import { BACKGROUND_SCENARIOS, WHOLE } from './background-scenarios.ts';
import { expectedKinds } from './expectation.ts';

/** A way to record, with what shows that it sees something. */
export interface Recorder {
  readonly id: `${BrowserName}-${'tab' | 'recorder' | 'export'}` | 'proxy';
  readonly title: string;
  /** Captures to be analysed. */
  readonly files: readonly URL[];
  /** Kinds that the browser tests have found in the panel, once per scenario that shows them. */
  readonly shown: readonly string[];
}

const FOLDER = new URL('../captures/', import.meta.url);

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
    files: captures('backchannel/').filter(({ href }) => href.endsWith('.backend.har')),
    shown: [],
  },
];

/** What the browser tests demand of the panel (`test/browser/scenario-behaviour.ts`). */
function tab(browser: BrowserName, title: string): Recorder {
  const shown = scenarios
    .filter(({ capturedOnly }) => !capturedOnly)
    .flatMap(({ expected }) => expectedKinds(expected, browser, 'panel'));
  return { id: `${browser}-tab`, title, files: [], shown };
}

/** What the tests demand of the recorder in the background (`test/browser/background-behaviour.ts`). */
function withRecorder(browser: BrowserName, title: string): Recorder {
  const shown = BACKGROUND_SCENARIOS.flatMap(() => WHOLE);
  return { id: `${browser}-recorder`, title, files: [], shown };
}

function exported(browser: BrowserName, title: string): Recorder {
  const files = [
    ...captures(`${browser}/`),
    ...captures(`keycloak/${browser}/`),
    ...captures(`backchannel/${browser}/`).filter(({ href }) => href.endsWith('.browser.har')),
  ];
  return { id: `${browser}-export`, title, files, shown: [] };
}

function captures(folder: string): readonly URL[] {
  const url = new URL(folder, FOLDER);
  if (!existsSync(url)) return [];
  return readdirSync(url, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.har'))
    .map((entry) => new URL(`file://${entry.parentPath}/${entry.name}`));
}
