import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deviates } from '../../../src/providers/registry/deviations.ts';
import { providerAt } from '../../../src/providers/registry/hosts.ts';
import { providers } from '../../../src/providers/registry/index.ts';
import type { Source, Sourced } from '../../../src/providers/registry/source.ts';
import { expectFresh } from '../../helpers/fresh-page.ts';
import { providerIndex, providerPage } from '../../helpers/provider-page.ts';

const ROOT = new URL('../../../', import.meta.url);

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (id, one) => {
  const { hosts, marks = [], errors = [], deviations = [] } = one;

  it('is found at its hosts, over https and with any case', () => {
    for (const name of hosts?.names ?? []) {
      const host = name.replace('*', 'tenant');
      expect(providerAt(`https://${host}/authorize?client_id=1`)?.id).toBe(id);
      expect(providerAt(`https://${host.toUpperCase()}/`)?.id).toBe(id);
      expect(providerAt(`http://${host}/`)).toBeNull();
      expect(providerAt(`https://${host}.example.com/`)).toBeNull();
      expect(providerAt(`https://example.com/?next=https://${host}/`)).toBeNull();
    }
  });

  it('departs from the specifications at its hosts alone', () => {
    for (const { kind } of deviations) {
      const host = hosts?.names[0].replace('*', 'tenant');
      expect(deviates(`https://${host}/token`, kind)).toBe(true);
      expect(deviates('https://server.example.com/token', kind)).toBe(false);
    }
  });

  it('has signatures that can match', () => {
    const isPlaced = hosts !== undefined || marks.length > 0;
    expect(errors.every(({ anywhere }) => anywhere === true || isPlaced)).toBe(true);
  });

  it('names sources that exist', () => {
    for (const { where, when } of sourcesOf(one)) {
      if (where.startsWith('test/')) expect(existsSync(new URL(where, ROOT)), where).toBe(true);
      else expect(URL.canParse(where), where).toBe(true);
      expect(when).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
    }
  });

  it('has a fresh page', () => {
    expectFresh(`docs/providers/${id}.md`, providerPage(one));
  });

  it('keeps its data free of imports', () => {
    const source = readFileSync(new URL(`src/providers/${id}.ts`, ROOT), 'utf8');
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, path]) => path);
    expect(imports).toEqual(['./registry/provider.ts']);
  });

  it('has cases when it has patterns of messages or errors', () => {
    const needed = errors.length > 0 || (one.requests ?? []).length > 0;
    expect(existsSync(new URL(`test/providers/${id}.test.ts`, ROOT))).toBe(needed);
  });
});

const folders = readdirSync(new URL('src/providers', ROOT), { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== 'registry')
  .flatMap(({ name }) =>
    readdirSync(new URL(`src/providers/${name}`, ROOT)).map((file) => [name, file] as const),
  );

describe.each(folders)('%s/%s', (id, file) => {
  it('is of a provider and is read', async () => {
    expect(file).toMatch(new RegExp(`^${id}-(?:\\w+-)*errors\\.ts$`));
    const provider = providers.find((one) => one.id === id);
    const { default: own } = await import(`../../../src/providers/${id}/${file.slice(0, -3)}.ts`);
    expect(provider?.errors).toEqual(expect.arrayContaining(own));
  });

  it('keeps its data free of imports', () => {
    const source = readFileSync(new URL(`src/providers/${id}/${file}`, ROOT), 'utf8');
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, path]) => path);
    expect(imports).toEqual(['../registry/define-signatures.ts']);
  });
});

describe('the providers', () => {
  it('share no host', () => {
    const names = providers.flatMap(({ hosts }) => hosts?.names ?? []);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('have an index, and no page without its provider', () => {
    expectFresh('docs/providers/README.md', providerIndex(providers));
    const pages = readdirSync(new URL('docs/providers', ROOT)).filter((one) => one !== 'README.md');
    expect(pages.filter((one) => !providers.some(({ id }) => one === `${id}.md`))).toEqual([]);
  });
});

/** Every source in a definition, at any depth. */
function sourcesOf(value: unknown): readonly Source[] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  const own = isSourced(value) ? value.seen : [];
  return [...own, ...Object.values(value).flatMap(sourcesOf)];
}

function isSourced(value: object): value is Sourced {
  return 'seen' in value && Array.isArray(value.seen);
}
