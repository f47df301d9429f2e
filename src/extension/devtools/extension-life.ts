/** Milliseconds between two looks. The browser reports nothing when it ends an extension. */
const LOOK = 2_000;

declare const chrome: { readonly runtime?: { readonly id?: string } };

/** Whether this page can still use the extension's interfaces. */
function isAlive(): boolean {
  try {
    return chrome.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/**
 * Calls back once when the extension was updated, reloaded or switched off under this page. The page
 * stays, but all calls of the browser's interfaces fail from then on.
 */
export function whenExtensionEnds(callback: () => void, alive: () => boolean = isAlive): void {
  const timer = setInterval(() => {
    if (alive()) return;
    clearInterval(timer);
    callback();
  }, LOOK);
}
