import * as v from 'valibot';

/** From the background to every devtools page, also to those without a port. */
export const BroadcastSchema = v.object({
  /** The permission was given or taken back. Connecting shows which. */
  type: v.literal('permission'),
});
export type Broadcast = v.InferOutput<typeof BroadcastSchema>;
