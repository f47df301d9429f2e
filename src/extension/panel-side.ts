import type { RecorderPort } from './handover.ts';

/** Calls back once with the recorder of this DevTools window, as soon as that reaches the panel. */
export function onRecorder(callback: (port: RecorderPort) => void): void {
  window.grantscopeConnect = (port) => {
    delete window.grantscopeConnect;
    callback(port);
  };
}

/** A setting of the panel that outlives DevTools; the fallback when it was never saved. */
export function loadSetting<T>(
  name: string,
  fallback: T,
  isValid: (value: unknown) => value is T,
): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`grantscope.${name}`) ?? 'null');
    return isValid(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

/** Saves a setting; where the browser keeps no storage it is forgotten. */
export function saveSetting(name: string, value: unknown): void {
  try {
    localStorage.setItem(`grantscope.${name}`, JSON.stringify(value));
  } catch {
    // Storage is switched off or full: the setting holds until DevTools close.
  }
}
