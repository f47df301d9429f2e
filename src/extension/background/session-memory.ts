import type { Storage } from 'webextension-polyfill';
import { parsed } from '../wire/parsed.ts';
import type { HubMemory } from './hub.ts';
import { type Held, HeldSchema, HubStateSchema } from './hub-state.ts';

const STATE = 'hub';
const HELD = 'held:';

/** The part of `storage.session` that is used. */
export type SessionArea = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;

/** The browser's memory of the session, in parts: the state, and each held event alone. */
export function sessionMemory(session: SessionArea): HubMemory {
  const succeeds = (work: Promise<unknown>) =>
    work.then(
      () => true,
      () => false,
    );
  return {
    async load() {
      // A browser that refuses its memory is like one that has nothing in it.
      const all = await session.get(null).catch((): Record<string, unknown> => ({}));
      const held: (readonly [number, Held])[] = [];
      for (const [key, value] of Object.entries(all)) {
        const one = key.startsWith(HELD) ? parsed(HeldSchema, value) : null;
        const number = Number(key.slice(HELD.length));
        if (one && Number.isSafeInteger(number)) held.push([number, one]);
      }
      held.sort(([one], [other]) => one - other);
      return { state: parsed(HubStateSchema, all[STATE]), held };
    },
    save: (state) => succeeds(session.set({ [STATE]: state })),
    hold: (number, held) => succeeds(session.set({ [`${HELD}${number}`]: held })),
    release: (numbers) =>
      void session.remove(numbers.map((number) => `${HELD}${number}`)).catch(() => undefined),
  };
}
