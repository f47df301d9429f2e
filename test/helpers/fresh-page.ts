import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Writes a generated page below the project's root. In CI it must exist and be up to date. */
export function expectFresh(path: string, text: string): void {
  const file = new URL(`../../${path}`, import.meta.url);
  const current = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (current === text) return;
  if (process.env.CI) expect(current, `${path} is stale: run the tests once`).toBe(text);
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
