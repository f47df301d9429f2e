import type { Browser, CDPSession, Target } from 'puppeteer-core';
import { settled } from './poll.ts';

/** Milliseconds that a worker has for its answer. The target of a worker that has ended has none. */
const PATIENCE = 20_000;

/** The service worker of an extension. The browser may stop and start it under the same target. */
export class ChromiumWorker {
  #browser: Browser;
  #id: string;

  constructor(browser: Browser, id: string) {
    this.#browser = browser;
    this.#id = id;
  }

  #isWorker = (one: Target): boolean =>
    one.type() === 'service_worker' && one.url().includes(this.#id);

  /** The target of a worker whose extension was reloaded stays, so the last one counts. */
  async #target(): Promise<Target> {
    const there = this.#browser.targets().findLast(this.#isWorker);
    return there ?? this.#browser.waitForTarget(this.#isWorker);
  }

  /** Resolves when the extension has another worker than before. */
  async untilAnother(work: () => Promise<unknown>): Promise<void> {
    const before = new Set(this.#browser.targets());
    await work();
    await this.#browser.waitForTarget((one) => this.#isWorker(one) && !before.has(one));
  }

  async evaluate<T>(expression: string): Promise<T> {
    return this.#with(async (session) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'failed');
      return result.value as T;
    });
  }

  /** Stops it, as the browser does when it has been idle. */
  async stop(): Promise<void> {
    const { targetInfo } = await this.#with((session) => session.send('Target.getTargetInfo'));
    const session = await this.#browser.target().createCDPSession();
    await session.send('Target.closeTarget', { targetId: targetInfo.targetId });
    await session.detach();
  }

  async #with<T>(work: (session: CDPSession) => Promise<T>): Promise<T> {
    const session = await (await this.#target()).createCDPSession();
    try {
      const working = work(session);
      const late = settled(working, PATIENCE).then(() => Promise.reject(new Error('no answer')));
      return await Promise.race([working, late]);
    } finally {
      await session.detach().catch(() => undefined);
    }
  }
}
