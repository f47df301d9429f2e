import type * as v from 'valibot';
import type { RecorderPort } from './handover.ts';
import { parsed } from './wire/parsed.ts';

/** Calls back once, as soon as the recorder of this DevTools window is connected to the panel. */
export function onRecorder(callback: (port: RecorderPort) => void): void {
  window.grantscopeConnect = (port) => {
    delete window.grantscopeConnect;
    callback(port);
  };
}

/** A saved setting of the panel; null when there is none that matches the schema. */
export function loadSetting<T>(name: string, schema: v.GenericSchema<unknown, T>): T | null {
  try {
    return parsed(schema, JSON.parse(localStorage.getItem(`grantscope.${name}`) ?? 'null'));
  } catch {
    return null;
  }
}

/** Saves a setting, if the browser lets it. */
export function saveSetting(name: string, value: unknown): void {
  try {
    localStorage.setItem(`grantscope.${name}`, JSON.stringify(value));
  } catch {
    // Storage is switched off or full: the setting holds until DevTools close.
  }
}

/** What the panel has to call itself, because the browser asks in the window of the caller. */
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
 * Asks for the permission to record more. Resolves to whether the user gave it, or to null where
 * the panel cannot ask, as in Firefox, whose DevTools have no `permissions`. Works only during a
 * press.
 */
export function askToRecordMore(): Promise<boolean> | null {
  const { chrome } = globalThis as { readonly chrome?: PanelBrowser };
  if (!chrome?.permissions) return null;
  const manifest = chrome.runtime.getManifest();
  const { optional_permissions: permissions = [], optional_host_permissions: origins = [] } =
    manifest;
  return chrome.permissions.request({ permissions, origins }).catch(() => false);
}

/** The part of `devtools.panels` that opens sources. */
interface SourcePanels {
  openResource?(url: string, line: number, done: () => void): void;
}

/**
 * Opens a script in the Sources panel, at a line from 1 on. Null where DevTools have no such function,
 * as in Firefox.
 */
export function sourceOpener(): ((url: string, line: number) => void) | null {
  const { chrome } = globalThis as {
    readonly chrome?: { readonly devtools?: { readonly panels?: SourcePanels } };
  };
  const panels = chrome?.devtools?.panels;
  if (!panels?.openResource) return null;
  return (url, line) => panels.openResource?.(url, line - 1, () => undefined);
}
