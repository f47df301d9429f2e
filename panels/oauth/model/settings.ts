import { type Signal, signal } from '@preact/signals';
import { loadSetting, saveSetting } from '../../../src/extension/panel-side.ts';

const isString = (value: unknown): value is string => typeof value === 'string';
const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isString);

const isShare = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && value > 0 && value < 100);

/** One thing that is remembered from one day to the next. */
export interface Setting<T> extends Signal<T> {
  /** As on the first day. */
  readonly fallback: T;
}

/** What the panel remembers from one day to the next. */
export interface Settings {
  readonly filter: Setting<string>;
  /** Ids of checks that the person does not want to see. */
  readonly silenced: Setting<readonly string[]>;
  /** Width of the list and height of the message, in percent of the panel; null as on the first day. */
  readonly listWidth: Setting<number | null>;
  readonly messageHeight: Setting<number | null>;
}

function remembered<T>(
  name: string,
  fallback: T,
  isValid: (value: unknown) => value is T,
): Setting<T> {
  const value = signal(loadSetting(name, fallback, isValid));
  let first = true;
  value.subscribe((now) => {
    if (!first) saveSetting(name, now);
    first = false;
  });
  return Object.assign(value, { fallback });
}

/** Reads the settings of earlier days. */
export function loadSettings(): Settings {
  return {
    filter: remembered('filter', '', isString),
    silenced: remembered<readonly string[]>('silenced', [], isStrings),
    listWidth: remembered<number | null>('listWidth', null, isShare),
    messageHeight: remembered<number | null>('messageHeight', null, isShare),
  };
}

/** Sets everything back to how it was on the first day. */
export function forgetSettings(settings: Settings): void {
  const all: readonly Setting<unknown>[] = Object.values(settings);
  for (const setting of all) setting.value = setting.fallback;
}
