import * as v from 'valibot';

/** Limits in characters: a page can send whatever it likes. */
const MAX_URL = 50_000;
const MAX_REQUEST = 200_000;
const MAX_TEXT = 2_000_000;

const CopySchema = v.object({
  type: v.literal('copy'),
  at: v.pipe(v.number(), v.finite()),
  method: v.pipe(v.string(), v.regex(/^[A-Z]{1,20}$/)),
  /** Of the final answer, without fragment. */
  url: v.pipe(v.string(), v.maxLength(MAX_URL), v.regex(/^https?:\/\//i)),
  status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  request: v.nullable(v.pipe(v.string(), v.maxLength(MAX_REQUEST))),
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
});
/** A copy of an answer, as the script in the page made it or as anything in the page forged it. */
export type Copy = v.InferOutput<typeof CopySchema>;

/** From the relay beside a page to the background. `hello` is answered with a `HelloAnswer`. */
export const PageMessageSchema = v.variant('type', [
  v.object({ type: v.literal('hello') }),
  CopySchema,
]);
export type PageMessage = v.InferOutput<typeof PageMessageSchema>;

/** Whether the page is recorded: in any other, the scripts stop. */
export type HelloAnswer = boolean;
