import { type Signal, signal } from '@preact/signals';
import { loadSetting, saveSetting } from '../../src/extension/panel-side.ts';

const isString = (value: unknown): value is string => typeof value === 'string';
const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isString);

/** What the panel remembers from one day to the next. */
export interface Settings {
  readonly filter: Signal<string>;
  /** Ids of checks that the person does not want to see. */
  readonly silenced: Signal<readonly string[]>;
}

function remembered<T>(name: string, fallback: T, isValid: (value: unknown) => value is T) {
  const value = signal(loadSetting(name, fallback, isValid));
  let first = true;
  value.subscribe((now) => {
    if (!first) saveSetting(name, now);
    first = false;
  });
  return value;
}

/** Reads the settings of earlier days. */
export function loadSettings(): Settings {
  return {
    filter: remembered('filter', '', isString),
    silenced: remembered<readonly string[]>('silenced', [], isStrings),
  };
}
