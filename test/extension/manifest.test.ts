import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import program from '../../package.json' with { type: 'json' };

describe('manifest.json', () => {
  it('asks for nothing at install', () => {
    const asks = Object.keys(manifest).filter((key) => /permissions|content_scripts/.test(key));
    expect(asks).toEqual([]);
  });

  it('has the version of the package and icons that exist', () => {
    expect(manifest.version).toBe(program.version);
    const root = new URL('../../', import.meta.url);
    for (const file of [manifest.devtools_page, ...Object.values(manifest.icons)]) {
      expect(existsSync(new URL(file, root)), file).toBe(true);
    }
  });
});
