import * as v from 'valibot';

/** Limits in characters: a page can say whatever it likes. */
const Url = v.pipe(v.string(), v.maxLength(50_000), v.regex(/^https?:\/\//i));
const Short = v.pipe(v.string(), v.maxLength(20_000));
const Long = v.pipe(v.string(), v.maxLength(200_000));

const HitSchema = v.object({
  at: v.pipe(v.number(), v.finite()),
  method: v.pipe(v.string(), v.regex(/^[A-Z]{1,20}$/)),
  url: Url,
  headers: v.pipe(v.array(v.tuple([Short, Short])), v.maxLength(100)),
  body: Long,
  name: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  before: v.nullable(Short),
  after: v.nullable(Short),
  delay: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(600_000))),
});
/** What a script in the page says that it bent. The page may have forged it. */
export type ToldHit = v.InferOutput<typeof HitSchema>;

/** What comes back from the page that is told what to rehearse. */
export const PageAnswerSchema = v.object({
  /** Whether the plan is for this page. */
  here: v.boolean(),
  hits: v.pipe(v.array(HitSchema), v.maxLength(20)),
  /** Calls that wait. */
  held: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
