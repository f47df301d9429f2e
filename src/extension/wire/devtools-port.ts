import * as v from 'valibot';
import {
  GivenSchema,
  RehearsalOrderSchema,
  RuleHitSchema,
  SiteAccessSchema,
  SitesSchema,
} from './rehearsal-order.ts';
import { WireEventSchema } from './wire-event.ts';

/** Name of the port between a devtools page and the background. */
export const PORT = 'grantscope-devtools';

const WireNavigationSchema = v.object({ at: v.number(), url: v.string() });
/** A change of URL without a request, in a window that the inspected tab opened. */
export type WireNavigation = v.InferOutput<typeof WireNavigationSchema>;

/** From the background to the devtools page. */
export const ToDevtoolsSchema = v.variant('type', [
  v.object({ type: v.literal('state'), on: v.boolean() }),
  v.object({
    type: v.literal('events'),
    events: v.pipe(v.array(WireEventSchema), v.readonly()),
  }),
  v.object({ type: v.literal('navigation'), navigation: WireNavigationSchema }),
  /** Events that the background could not hold while the devtools page was not connected. */
  v.object({ type: v.literal('lost'), count: v.number() }),
  /** The fault is on: its rules exist, and the browser shows its badge. */
  v.object({ type: v.literal('armed'), id: v.string() }),
  /** A request met the rules. They exist no longer. */
  v.object({ type: v.literal('met'), id: v.string(), hit: RuleHitSchema }),
  /** The fault is off, for a reason that the devtools page has not given. */
  v.object({ type: v.literal('disarmed'), id: v.string(), why: v.picklist(['access', 'failed']) }),
  v.object({ type: v.literal('access'), access: SiteAccessSchema }),
  /** Answers every message, so that a background that is stuck is noticed. */
  v.object({ type: v.literal('pong') }),
]);
export type ToDevtools = v.InferOutput<typeof ToDevtoolsSchema>;

/** From the devtools page to the background. */
export const ToBackgroundSchema = v.variant('type', [
  v.object({
    type: v.literal('watch'),
    tabId: v.number(),
    /** Origin of the inspected page; null when the page does not tell. */
    origin: v.nullable(v.string()),
  }),
  /** Keeps the background awake while DevTools are open. */
  v.object({ type: v.literal('ping') }),
  /** Opens the page that asks for the permission, where the panel cannot ask itself. */
  v.object({ type: v.literal('ask') }),
  /** Gives the permission back. */
  v.object({ type: v.literal('forget') }),
  /** Switches a fault on, and any other of that tab off. Sent again, it stays on. */
  v.object({ type: v.literal('arm'), order: RehearsalOrderSchema }),
  /** Switches it off. */
  v.object({ type: v.literal('disarm') }),
  /** Asks which sites rules may act in. */
  v.object({ type: v.literal('access') }),
  /** Opens the page that asks for access to sites, where the panel cannot ask itself. */
  v.object({ type: v.literal('ask-sites'), sites: SitesSchema }),
  /** The user has given this to rehearsals, and not to the recorder. */
  v.object({ type: v.literal('sites-given'), given: GivenSchema }),
  /** Gives that back. */
  v.object({ type: v.literal('give-back') }),
]);
export type ToBackground = v.InferOutput<typeof ToBackgroundSchema>;
