import browser from 'webextension-polyfill';

const PAGES = {
  matches: ['<all_urls>'],
  runAt: 'document_start',
  allFrames: true,
  matchOriginAsFallback: true,
  persistAcrossSessions: false,
} as const;

const SCRIPTS = [
  { ...PAGES, id: 'relay', js: ['page/relay.js'], world: 'ISOLATED' },
  { ...PAGES, id: 'copy', js: ['page/copy.js'], world: 'MAIN' },
] as const;

/** Pages that load from now on run the scripts that copy responses. */
export async function addPageScripts(): Promise<void> {
  const { scripting } = browser;
  if (!scripting) return;
  const there = await scripting.getRegisteredContentScripts();
  const missing = SCRIPTS.filter(({ id }) => !there.some((one) => one.id === id));
  if (missing.length > 0) await scripting.registerContentScripts(missing as never);
}

/** Pages that load from now on run no script of ours. */
export async function removePageScripts(): Promise<void> {
  const { scripting } = browser;
  const there = (await scripting?.getRegisteredContentScripts()) ?? [];
  const ids = there.map(({ id }) => id);
  if (ids.length > 0) await scripting.unregisterContentScripts({ ids });
}
