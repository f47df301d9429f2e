import * as v from 'valibot';
import { isRecord } from '../../har/loose.ts';
import { type ToDevtools, ToDevtoolsSchema } from '../wire/devtools-port.ts';
import { parsed } from '../wire/parsed.ts';
import type { FamilyState } from './tab-family.ts';

/** An event for a devtools page that has not come back yet, with the tab that the page inspects. */
export type Held = readonly [root: number, message: ToDevtools];

/** What a background leaves for its next life, beside the events that it holds. */
export interface HubState extends FamilyState {
  /** How many events for the devtools page of a tab could not be held. */
  readonly lost: readonly (readonly [root: number, count: number])[];
}

/** If an older version has left another shape, it counts as nothing. */
export const HubStateSchema: v.GenericSchema<unknown, HubState> = v.object({
  tabs: v.array(v.tuple([v.number(), v.number()])),
  origins: v.array(v.tuple([v.string(), v.number()])),
  lost: v.array(v.tuple([v.number(), v.number()])),
});

/** One held event in the memory of the session. */
export const HeldSchema: v.GenericSchema<unknown, Held> = v.tuple([v.number(), ToDevtoolsSchema]);

/** Keys of the session memory: the state, and each held event by its number. */
export const STATE_KEY = 'hub';
export const heldKey = (number: number): string => `held:${number}`;

/** What an earlier background has left. What is damaged counts as nothing, each part alone. */
export function storedMemory(all: unknown): {
  readonly state: HubState | null;
  readonly held: readonly (readonly [number: number, held: Held])[];
} {
  if (!isRecord(all)) return { state: null, held: [] };
  const held = Object.entries(all).flatMap(([key, value]) => {
    const number = /^held:(\d{1,15})$/.exec(key)?.[1];
    const one = number === undefined ? null : parsed(HeldSchema, value);
    return one ? [[Number(number), one] as const] : [];
  });
  return {
    state: parsed(HubStateSchema, all[STATE_KEY]),
    held: held.sort(([one], [other]) => one - other),
  };
}
