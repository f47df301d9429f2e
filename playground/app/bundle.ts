import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The page's script, bundled from `playground/client/` with the real client libraries. */
export async function bundleClient(): Promise<string> {
  const root = projectRoot(dirname(fileURLToPath(import.meta.url)));
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: join(root, 'playground/client/main.ts'), formats: ['es'] },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const it of outputs) {
    if ('output' in it) return it.output[0].code;
  }
  throw new Error('vite gave no bundle');
}

// The same module runs from the sources (tests) and from dist/ (the built program).
function projectRoot(start: string): string {
  if (existsSync(join(start, 'playground/client/main.ts'))) return start;
  const parent = dirname(start);
  if (parent === start) throw new Error('the sources of the playground page were not found');
  return projectRoot(parent);
}
