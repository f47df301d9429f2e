import * as v from 'valibot';
import { type ToDevtools, ToDevtoolsSchema } from '../wire/devtools-port.ts';
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
