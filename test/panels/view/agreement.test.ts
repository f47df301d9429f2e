// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Session } from '../../../panels/oauth/model/session.ts';
import { loadSettings } from '../../../panels/oauth/model/settings.ts';
import { Shown } from '../../../panels/oauth/model/shown.ts';
import { shortSentence } from '../../../panels/oauth/view/short-sentence.ts';
import { flowCounts } from '../../../src/conclusion/flow-counts.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { captures, exchangesOf } from '../../helpers/captures.ts';
import { readRealLife, recordingOf } from '../../helpers/real-life.ts';

const REAL_LIFE = new URL('../../real-life/', import.meta.url);
const files = readdirSync(REAL_LIFE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.http'))
  .sort();

/** The panel's state with a recording, and all rows of its list. */
function shownOf(exchanges: readonly Exchange[]) {
  const session = new Session();
  session.add(exchanges);
  session.flush();
  const shown = new Shown(loadSettings(), session);
  const keys = shown.rows.value.flatMap(({ folds }) => folds ?? []);
  for (const key of keys) shown.fold(key, false);
  return shown;
}

/** How the panel would contradict itself. */
function contradictions(exchanges: readonly Exchange[]): readonly string[] {
  const shown = shownOf(exchanges);
  const rows = shown.rows.value.map(({ analysed }) => analysed);
  const { failed } = flowCounts(shown.flows.value);
  const bad = rows.filter(({ verdict }) => verdict.sign === 'bad');
  const current = shown.current.value;
  const wrong: (readonly [boolean, string])[] = [
    [bad.length !== failed, `${bad.length} bad rows, and ${failed} are counted`],
    [
      rows.length !== shown.flows.value.length,
      `${rows.length} rows of ${shown.flows.value.length}`,
    ],
    [failed > 0 && current?.verdict.sign !== 'bad', 'a failure is not selected first'],
    [rows.length > 0 && current === null, 'nothing is selected'],
  ];
  for (const row of rows) {
    const { sign, cause, text } = row.verdict;
    const fails =
      cause?.severity === 'error' || /\b(failed|fails|refused)\b/.test(shortSentence(row));
    wrong.push([sign === 'good' && fails, `good: ${text}`]);
    wrong.push([sign === 'good' && !/ (worked|was answered)/.test(text), `good: ${text}`]);
    wrong.push([sign === 'bad' && !cause && !/failed/.test(text), `bad: ${text}`]);
  }
  return wrong.filter(([isWrong]) => isWrong).map(([, what]) => what);
}

describe('counter, list, sign and sentence', () => {
  it.each(captures)('agree on $folder $name', ({ path }) => {
    expect(contradictions(exchangesOf(path))).toEqual([]);
  });

  it.each(files)('agree on %s', (file) => {
    const { har } = readRealLife(readFileSync(new URL(file, REAL_LIFE), 'utf8'));
    expect(contradictions(recordingOf(har).exchanges)).toEqual([]);
  });
});
