import * as v from 'valibot';

/** From the background to every devtools page, also to those without a port. */
export const BroadcastSchema = v.object({
  /** The permission was given or taken back. Connecting shows which. */
  type: v.literal('permission'),
});
export type Broadcast = v.InferOutput<typeof BroadcastSchema>;

/** From a devtools page that closes to the background, whether or not its port is open. */
export const OwnMessageSchema = v.object({
  type: v.literal('rehearsal-over'),
  /** The tab that it inspected. */
  tabId: v.number(),
});
export type OwnMessage = v.InferOutput<typeof OwnMessageSchema>;
