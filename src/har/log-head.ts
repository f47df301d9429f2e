import * as v from 'valibot';

const Text = v.fallback(v.string(), '');
const Tool = v.fallback(v.object({ name: Text, version: Text }), { name: '', version: '' });

/** HAR 1.2 `creator`: the program that wrote a file; empty strings where the file does not say. */
export type LogTool = v.InferOutput<typeof Tool>;

/** Reads `log.creator`; anything wrong in it counts as not said. */
export function readCreator(creator: unknown): LogTool {
  return v.parse(Tool, creator);
}
