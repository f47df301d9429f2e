import browser from 'webextension-polyfill';
import { isRecord } from '../../har/loose.ts';
import type { DevtoolsApi, HarLog, LiveEntry, PageResource } from './devtools-api.ts';

/** Chromium answers `{ isError: true }` instead of a log on pages that extensions may not see. */
function asLog(answer: unknown): HarLog | null {
  if (!isRecord(answer) || answer.isError === true) return null;
  const entries = Array.isArray(answer.entries) ? answer.entries : [];
  const pages = Array.isArray(answer.pages) ? answer.pages.length : 0;
  return { entries, pages };
}

function readResources(): Promise<readonly PageResource[]> {
  const { inspectedWindow } = browser.devtools;
  const read: unknown = Reflect.get(inspectedWindow, 'getResources');
  return new Promise((resolve) => {
    const found = (all: unknown) => resolve(Array.isArray(all) ? (all as PageResource[]) : []);
    if (typeof read !== 'function') return found(null);
    const promised: unknown = read.call(inspectedWindow, found);
    if (promised instanceof Promise) promised.then(found, () => found(null));
  });
}

function networkPanel(): DevtoolsApi['showNetwork'] {
  const network: unknown = Reflect.get(browser.devtools.panels, 'network');
  if (!isRecord(network) || typeof network.show !== 'function') return null;
  const { show } = network;
  return (filter) => void show.call(network, { filter });
}

/** `browser.devtools` in the shape that the recorder and its tests know. */
export function devtoolsApi(): DevtoolsApi {
  const { network, inspectedWindow } = browser.devtools;
  return {
    onRequestFinished(listener) {
      const listen = (entry: unknown) => listener(entry as LiveEntry);
      network.onRequestFinished.addListener(listen);
      return () => network.onRequestFinished.removeListener(listen);
    },
    onNavigated(listener) {
      network.onNavigated.addListener(listener);
    },
    readLog: () => network.getHAR().then(asLog, () => null),
    readResources,
    async evaluate(expression) {
      try {
        // Firefox and the polyfill give [value, error], Chromium the value.
        const answer: unknown = await inspectedWindow.eval(expression);
        const value: unknown = Array.isArray(answer) ? answer[0] : answer;
        return typeof value === 'string' ? value : null;
      } catch {
        return null;
      }
    },
    reload() {
      try {
        void inspectedWindow.reload();
      } catch {
        // The extension has ended; the panel says so.
      }
    },
    tabId: inspectedWindow.tabId,
    showNetwork: networkPanel(),
  };
}

/** Adds the tab. Both paths are absolute: Firefox resolves relative ones against this page. */
export async function createPanel(onShown: (panel: Window) => void): Promise<void> {
  const panel = await browser.devtools.panels.create(
    'OAuth',
    '/icons/icon-32.png',
    '/panels/oauth/index.html',
  );
  panel.onShown.addListener((window) => onShown(window as unknown as Window));
}
