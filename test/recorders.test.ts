import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../src/analysis/analysis.ts';
import { readHar } from '../src/har/read-har.ts';
import { expectFresh } from './helpers/fresh-page.ts';
import { type Counts, KINDS, recorderPage, unexplained } from './helpers/recorder-table.ts';
import { type Recorder, recorders } from './helpers/recorders.ts';

/** The kinds of message in one capture, in a flow or outside all of them. */
function kindsIn(url: URL): ReadonlySet<string> {
  const har = readHar(readFileSync(url, 'utf8'), { file: url.pathname, source: 0 });
  if (!har.ok) throw new Error(`${url.pathname}: ${har.message}`);
  const analysis = createAnalysis();
  har.exchanges.forEach(analysis.add);
  const { flows, loose } = analysis.snapshot();
  const messages = [...flows.flatMap(({ flow }) => flow.messages), ...loose];
  return new Set(messages.map(({ kind }) => kind));
}

function count(): Counts {
  const counts = new Map<string, Map<Recorder['id'], number>>();
  for (const { id, files, shown } of recorders) {
    for (const kind of [...files.flatMap((file) => [...kindsIn(file)]), ...shown]) {
      const row = counts.get(kind) ?? new Map<Recorder['id'], number>();
      counts.set(kind, row.set(id, (row.get(id) ?? 0) + 1));
    }
  }
  return counts;
}

/** Its cases are in `test/oauth/kinds/`. */
const PLAYED_BY_NOBODY: ReadonlySet<string> = new Set(['fedcm-request']);

describe('what each recorder sees', () => {
  const counts = count();

  it.each(Object.keys(KINDS).filter((kind) => !PLAYED_BY_NOBODY.has(kind)))(
    '%s has a capture',
    (kind) => {
      expect(counts.get(kind)?.size ?? 0).toBeGreaterThan(0);
    },
  );

  it('is seen, or is said not to be visible', () => {
    expect(unexplained(recorders, counts)).toEqual([]);
  });

  it('stands in a fresh table', () => {
    expectFresh('docs/recorders.md', recorderPage(recorders, counts));
  });
});
