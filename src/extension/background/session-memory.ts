import browser from 'webextension-polyfill';
import type { HubMemory } from './hub.ts';
import { heldKey, STATE_KEY, storedMemory } from './hub-state.ts';

/** The browser's memory of the session, in parts: the state, and each held event alone. */
export function sessionMemory(): HubMemory {
  const { session } = browser.storage;
  const succeeds = (work: Promise<unknown>) =>
    work.then(
      () => true,
      () => false,
    );
  return {
    // A browser that refuses its memory is like one that has nothing in it.
    load: async () => storedMemory(await session.get(null).catch(() => null)),
    save: (state) => succeeds(session.set({ [STATE_KEY]: state })),
    hold: (number, held) => succeeds(session.set({ [heldKey(number)]: held })),
    release: (numbers) => void session.remove(numbers.map(heldKey)).catch(() => undefined),
  };
}
