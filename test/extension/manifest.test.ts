import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import program from '../../package.json' with { type: 'json' };

describe('manifest.json', () => {
  it('asks at install for no access to a site and for nothing that causes a warning', () => {
    // None causes a warning. Without a host, webRequest sees no request, and rules change none.
    expect(manifest.permissions).toEqual([
      'storage',
      'webRequest',
      'declarativeNetRequestWithHostAccess',
    ]);
    expect(Object.keys(manifest)).not.toContain('host_permissions');
    expect(Object.keys(manifest)).not.toContain('content_scripts');
  });

  it('is closed to pages and other extensions', () => {
    expect(Object.keys(manifest)).not.toContain('externally_connectable');
    expect(Object.keys(manifest)).not.toContain('web_accessible_resources');
  });

  it('has the version of the package and icons that exist', () => {
    expect(manifest.version).toBe(program.version);
    const root = new URL('../../', import.meta.url);
    for (const file of [manifest.devtools_page, ...Object.values(manifest.icons)]) {
      expect(existsSync(new URL(file, root)), file).toBe(true);
    }
  });
});
