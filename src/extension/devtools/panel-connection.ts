import type { RecorderPort } from '../handover.ts';

/** The panel's script may run this many milliseconds after its window is shown or reloaded. */
const PATIENCE = 10_000;
const PAUSE = 50;

/** Gives the recorder to the panel in this window, and again whenever its document is reloaded. */
export function keepConnected(panel: Window, port: RecorderPort): void {
  connect(panel, port, Date.now());
}

function connect(panel: Window, port: RecorderPort, since: number): void {
  try {
    if (panel.closed) return;
    if (panel.grantscopeConnect) {
      // The window stays the same when its document is reloaded in place.
      panel.addEventListener('pagehide', () => keepConnected(panel, port), { once: true });
      panel.grantscopeConnect(port);
      return;
    }
  } catch {
    // Between two documents the window may belong to no page of the extension.
  }
  if (Date.now() - since < PATIENCE) setTimeout(connect, PAUSE, panel, port, since);
}
