import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. This module runs from the sources (tests) and from dist/ (built). */
export function projectRoot(): string {
  const above = (folder: string): string => {
    if (existsSync(join(folder, 'playground/root.ts'))) return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the sources of the playground were not found');
    return above(parent);
  };
  return above(dirname(fileURLToPath(import.meta.url)));
}
