import type { Browser, Target } from 'puppeteer-core';

/** Collects the uncaught errors and the logged ones of all documents of an extension. */
export function watchErrors(browser: Browser, id: string): readonly string[] {
  const errors: string[] = [];
  const watched = new WeakSet<Target>();
  const watch = async (target: Target): Promise<void> => {
    if (watched.has(target) || !target.url().startsWith(`chrome-extension://${id}/`)) return;
    watched.add(target);
    const session = await target.createCDPSession();
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
      errors.push(`${target.url()}: ${text} ${exception?.description ?? ''}`),
    );
    session.on('Log.entryAdded', ({ entry }) => {
      if (entry.level === 'error') errors.push(`${target.url()}: ${entry.text}`);
    });
    await session.send('Runtime.enable');
    await session.send('Log.enable');
  };
  // A target that has gone meanwhile has no errors any more.
  const tryToWatch = (target: Target) => void watch(target).catch(() => undefined);
  browser.on('targetcreated', tryToWatch);
  browser.on('targetchanged', tryToWatch);
  for (const target of browser.targets()) tryToWatch(target);
  return errors;
}
