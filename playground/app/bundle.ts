import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../root.ts';

/** Bundles the page's script with the real client libraries. */
export async function bundleClient(entry = 'playground/client/main.ts'): Promise<string> {
  const root = projectRoot();
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: join(root, entry), formats: ['es'] },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  for (const it of outputs) {
    if ('output' in it) return it.output[0].code;
  }
  throw new Error('vite gave no bundle');
}
