import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Every source file below some folders of the project. */
function sourcesIn(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:tsx?|mjs)$/.test(file))
      .map((file) => posix.join(folder, file.replaceAll('\\', '/'))),
  );
}

const files = sourcesIn('src', 'panels');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** `src/http/url.ts` is in `src/http`, everything of the panel in `panels`. */
function roomOf(file: string): string {
  return file.startsWith('src/') ? file.split('/').slice(0, 2).join('/') : 'panels';
}

function importsOf(file: string): readonly string[] {
  const found = textOf(file).matchAll(/(?:from|import\(|import) ?'(\.[^']+)'/g);
  return [...found].map((match) => posix.join(dirname(file), match[1] ?? ''));
}

/** Which rooms each room imports, by its files. */
const arrows = new Map<string, Set<string>>();
for (const file of files) {
  const room = roomOf(file);
  const to = arrows.get(room) ?? new Set();
  arrows.set(room, to);
  for (const target of importsOf(file)) if (roomOf(target) !== room) to.add(roomOf(target));
}

/** All rooms that a room imports, directly or through others. */
function below(room: string, found = new Set<string>()): ReadonlySet<string> {
  for (const next of arrows.get(room) ?? []) {
    if (found.has(next)) continue;
    found.add(next);
    below(next, found);
  }
  return found;
}

const rooms = [...arrows.keys()].filter((room) => /^(?:src\/[a-z]+|panels)$/.test(room)).sort();

describe('the rooms', () => {
  test.each(rooms)('no room that %s imports, directly or through others, imports it', (room) => {
    expect([...below(room)]).not.toContain(room);
  });

  test.each(rooms.filter((room) => room !== 'panels'))(
    'the linter refuses to %s the rooms that rest on it',
    (room) => {
      const config = textOf(join(room, 'biome.jsonc'));
      const later = rooms.filter((one) => below(one).has(room));
      expect(later.filter((one) => !config.includes(`"**/${basename(one)}/**"`))).toEqual([]);
    },
  );
});

describe('the files', () => {
  const linesOf = (file: string): number => textOf(file).split('\n').length - 1;

  test('none is over 250 lines, with tests, playground, scripts and bench', () => {
    const others = sourcesIn('test', 'playground', 'scripts', 'bench');
    expect([...files, ...others].filter((file) => linesOf(file) > 250)).toEqual([]);
  });

  test('half of those in src and panels have at most 60 lines', () => {
    const sorted = files.map(linesOf).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
  });

  test('no two have the same name and different meanings', () => {
    // These files have the name of a kind, a check, a browser, a format or a command.
    const shared =
      /^src\/(?:correlation\/links|checks\/[a-z-]+|har\/dialects|extension\/browsers|report\/formats|cli\/commands|commands\/script\/steps)\//;
    const names = files.filter((file) => !shared.test(file)).map((file) => basename(file));
    const stems = names
      .map((name) => name.replace(/\.tsx?$/, ''))
      .filter((name) => name !== 'main');
    expect(stems.filter((name, index) => stems.indexOf(name) !== index)).toEqual([]);
  });
});
