import { type Signal, signal } from '@preact/signals';
import * as v from 'valibot';
import { loadSetting, saveSetting } from '../../../src/extension/panel-side.ts';
import { FLOW_SORTS, type FlowSort } from '../view/flow-rows.ts';
import { TIME_FORMS, type TimeForm } from '../view/time.ts';
import { THEME_CHOICES, type ThemeChoice } from './theme.ts';

const Percent = v.pipe(v.number(), v.gtValue(0), v.ltValue(100));

/** One setting that is stored. */
export interface Setting<T> extends Signal<T> {
  /** The default value. */
  readonly fallback: T;
}

const Replaced = v.object({
  personal: v.boolean(),
  hosts: v.boolean(),
  tenants: v.boolean(),
  times: v.picklist(['absolute', 'relative']),
});

/** What the share dialog replaces besides secrets. Decisions about single values are not stored. */
export type ReplacedKinds = Readonly<v.InferOutput<typeof Replaced>>;

/** The stored settings of the panel. */
export interface Settings {
  readonly filter: Setting<string>;
  readonly flowSort: Setting<FlowSort>;
  /** Names of the files that were opened last, newest first. */
  readonly recentFiles: Setting<readonly string[]>;
  /** Ids of the checks that the user has hidden. */
  readonly hiddenChecks: Setting<readonly string[]>;
  /** Width of the list and height of the message, in percent of the panel. Null for the default. */
  readonly listWidth: Setting<number | null>;
  readonly messageHeight: Setting<number | null>;
  /** Name of the format that was shared last. */
  readonly shareFormat: Setting<string>;
  readonly shareReplaces: Setting<ReplacedKinds>;
  readonly times: Setting<TimeForm>;
  readonly theme: Setting<ThemeChoice>;
  /** Whether the user has taken the tour or does not want it. */
  readonly tourAnswered: Setting<boolean>;
  /** Whether flows have the view that switches faults on. */
  readonly rehearse: Setting<boolean>;
  /** Name of the kind of command that a message was copied as last. */
  readonly copyTarget: Setting<string>;
}

function remembered<T>(name: string, fallback: T, schema: v.GenericSchema<unknown, T>): Setting<T> {
  const value = signal(loadSetting(name, schema) ?? fallback);
  let first = true;
  value.subscribe((now) => {
    if (!first) saveSetting(name, now);
    first = false;
  });
  return Object.assign(value, { fallback });
}

/** Reads the stored settings. */
export function loadSettings(): Settings {
  return {
    filter: remembered('filter', '', v.string()),
    flowSort: remembered<FlowSort>('flowSort', 'newestLast', v.picklist(FLOW_SORTS)),
    recentFiles: remembered<readonly string[]>('recentFiles', [], v.array(v.string())),
    hiddenChecks: remembered<readonly string[]>('hiddenChecks', [], v.array(v.string())),
    listWidth: remembered<number | null>('listWidth', null, Percent),
    messageHeight: remembered<number | null>('messageHeight', null, Percent),
    shareFormat: remembered('shareFormat', 'markdown', v.string()),
    shareReplaces: remembered<ReplacedKinds>(
      'shareReplaces',
      { personal: true, hosts: false, tenants: false, times: 'absolute' },
      Replaced,
    ),
    times: remembered<TimeForm>('times', 'relative', v.picklist(TIME_FORMS)),
    theme: remembered<ThemeChoice>('theme', 'devtools', v.picklist(THEME_CHOICES)),
    tourAnswered: remembered('tourAnswered', false, v.boolean()),
    rehearse: remembered('rehearse', false, v.boolean()),
    copyTarget: remembered('copyTarget', 'curl-bash', v.string()),
  };
}

/** Resets all settings to their defaults. */
export function forgetSettings(settings: Settings): void {
  const all: readonly Setting<unknown>[] = Object.values(settings);
  for (const setting of all) setting.value = setting.fallback;
}
