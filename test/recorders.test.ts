import { describe, expect, it } from 'vitest';
import { MESSAGE_KINDS } from '../src/oauth/message-kinds.ts';
import { snapshotOf } from './helpers/analyse.ts';
import { type Capture, exchangesOf } from './helpers/captures.ts';
import { expectFresh } from './helpers/fresh-page.ts';
import { type Counts, recorderPage, unexplained } from './helpers/recorder-table.ts';
import { type Recorder, recorders } from './helpers/recorders.ts';

/** The kinds of message in one capture, in a flow or outside all of them. */
function kindsIn({ path }: Capture): ReadonlySet<string> {
  const { flows, loose } = snapshotOf(exchangesOf(path));
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

/** Their cases are in `test/oauth/kinds/`. */
const PLAYED_BY_NOBODY: ReadonlySet<string> = new Set([
  'fedcm-request',
  'health-check',
  'login-button-request',
]);

describe('what each recorder sees', () => {
  const counts = count();

  it.each(MESSAGE_KINDS.map(({ kind }) => kind).filter((kind) => !PLAYED_BY_NOBODY.has(kind)))(
    '%s has a capture',
    (kind) => {
      expect(counts.get(kind)?.size ?? 0).toBeGreaterThan(0);
    },
  );

  it('is seen, or has a reason why not', () => {
    expect(unexplained(recorders, counts)).toEqual([]);
  });

  it('has an up-to-date table', () => {
    expectFresh('docs/recorders.md', recorderPage(recorders, counts));
  });
});
