import * as v from 'valibot';

const Text = v.fallback(v.string(), '');
const Tool = v.fallback(v.object({ name: Text, version: Text }), { name: '', version: '' });
const Head = v.fallback(v.object({ creator: Tool }), { creator: { name: '', version: '' } });

/** Who wrote a HAR: empty strings where the file does not say. */
export type LogHead = v.InferOutput<typeof Head>;

/** HAR 1.2 `log`, without its entries; whatever is wrong with it reads as not said. */
export function readLogHead(log: unknown): LogHead {
  return v.parse(Head, log);
}
