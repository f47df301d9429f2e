import * as v from 'valibot';
import type { BentRequests, RuleDeed } from '../../rehearsal/rule-plan.ts';

const Url = v.pipe(v.string(), v.regex(/^https?:\/\//i));
const Texts = v.pipe(v.array(v.string()), v.readonly());

/** Origins that rules act in. */
export const SitesSchema = v.pipe(v.array(Url), v.readonly());

const RequestsSchema: v.GenericSchema<unknown, BentRequests> = v.object({
  url: Url,
  types: v.pipe(v.array(v.picklist(['main_frame', 'sub_frame', 'xmlhttprequest'])), v.readonly()),
  preflights: v.boolean(),
});

const DeedSchema: v.GenericSchema<unknown, RuleDeed> = v.variant('kind', [
  v.object({
    kind: v.literal('set-query'),
    name: v.string(),
    value: v.string(),
    adds: v.boolean(),
  }),
  v.object({ kind: v.literal('set-authorization'), value: v.string() }),
  v.object({ kind: v.literal('drop-request-header'), name: v.literal('cookie') }),
  v.object({
    kind: v.literal('drop-response-header'),
    name: v.picklist(['access-control-allow-origin', 'set-cookie']),
  }),
  v.object({ kind: v.literal('block') }),
  v.object({ kind: v.literal('offline') }),
]);

/** What a devtools page wants while a fault is on. It says the same again whenever it renews it. */
export const RehearsalOrderSchema = v.object({
  id: v.string(),
  /** The inspected tab, the only one that rules act in. */
  tabId: v.pipe(v.number(), v.integer(), v.minValue(0)),
  title: v.string(),
  /** Milliseconds since the epoch at which it ends at the latest. */
  until: v.number(),
  /** Null for a fault of a script in the page, which needs the badge alone. */
  rules: v.nullable(
    v.object({
      sites: SitesSchema,
      requests: RequestsSchema,
      deeds: v.pipe(v.array(DeedSchema), v.readonly()),
    }),
  ),
});
export type RehearsalOrder = v.InferOutput<typeof RehearsalOrderSchema>;

/** What the background saw of a request that met the rules. */
export const RuleHitSchema = v.object({
  /** Milliseconds since the epoch. */
  at: v.number(),
  method: v.string(),
  url: Url,
  /** The parameter or header field that was changed. */
  name: v.nullable(v.string()),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
});
export type RuleHit = v.InferOutput<typeof RuleHitSchema>;

/** Permissions as the browser names them. */
export const GivenSchema = v.object({ permissions: Texts, origins: Texts });
export type Given = v.InferOutput<typeof GivenSchema>;

/** Which sites rules may act in. */
export const SiteAccessSchema = v.object({
  /** Everything that the extension has now. */
  all: GivenSchema,
  /** What of it rehearsals asked for. */
  own: GivenSchema,
});
export type SiteAccess = v.InferOutput<typeof SiteAccessSchema>;
