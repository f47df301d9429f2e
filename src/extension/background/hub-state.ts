import * as v from 'valibot';
import { type ToDevtools, ToDevtoolsSchema } from '../wire/devtools-port.ts';
import type { FamilyState } from './tab-family.ts';

/** An event for a devtools page that has not come back yet, with the tab that the page inspects. */
export type Held = readonly [root: number, message: ToDevtools];

/** What a background leaves for its next life, in the browser's session memory. */
export interface HubState extends FamilyState {
  readonly held: readonly Held[];
}

/** If an older version has left another shape, it counts as nothing. */
export const HubStateSchema: v.GenericSchema<unknown, HubState> = v.object({
  tabs: v.array(v.tuple([v.number(), v.number()])),
  origins: v.array(v.tuple([v.string(), v.number()])),
  held: v.array(v.tuple([v.number(), ToDevtoolsSchema])),
});
