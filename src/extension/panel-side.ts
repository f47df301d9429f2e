import type * as v from 'valibot';
import type { RecorderPort } from './handover.ts';
import { parsed } from './wire/parsed.ts';

/** Calls back once with the recorder of this DevTools window, as soon as that reaches the panel. */
export function onRecorder(callback: (port: RecorderPort) => void): void {
  window.grantscopeConnect = (port) => {
    delete window.grantscopeConnect;
    callback(port);
  };
}

/** A setting of the panel that outlives DevTools; null when none that matches was saved. */
export function loadSetting<T>(name: string, schema: v.GenericSchema<unknown, T>): T | null {
  try {
    return parsed(schema, JSON.parse(localStorage.getItem(`grantscope.${name}`) ?? 'null'));
  } catch {
    return null;
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

/** The little of `chrome.*` that the panel itself has to call: the browser asks only its window. */
interface PanelBrowser {
  readonly permissions?: { request(permission: object): Promise<boolean> };
  readonly runtime: {
    getManifest(): {
      readonly optional_permissions?: readonly string[];
      readonly optional_host_permissions?: readonly string[];
    };
  };
}

/**
 * Asks for the permission to record more; whether it was given. Null where the panel cannot ask, as
 * in Firefox, whose DevTools have no `permissions`. Call it in the turn of a person's press.
 */
export function askToRecordMore(): Promise<boolean> | null {
  const { chrome } = globalThis as { readonly chrome?: PanelBrowser };
  if (!chrome?.permissions) return null;
  const manifest = chrome.runtime.getManifest();
  const { optional_permissions: permissions = [], optional_host_permissions: origins = [] } =
    manifest;
  return chrome.permissions.request({ permissions, origins }).catch(() => false);
}
