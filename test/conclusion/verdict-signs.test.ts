import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { besideHeadline } from '../../src/conclusion/verdict.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { readRealLife, recordingOf } from '../helpers/real-life.ts';

const root = new URL('../real-life/', import.meta.url);
const stories = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.http'))
  .map((name) => () => recordingOf(readRealLife(readFileSync(new URL(name, root), 'utf8')).har));

const SUCCESS = /\b(?:worked|was answered)\b/;

/** What of a verdict contradicts its sign. */
function contradictions({ verdict, findings, outcome }: AnalysedFlow): readonly string[] {
  const { sign, headline, cause, context } = verdict;
  const hasError = findings.some(({ severity }) => severity === 'error');
  const problems: readonly (readonly [boolean, string])[] = [
    [sign !== 'bad' && hasError, 'an error behind another sign'],
    [sign !== 'bad' && outcome === 'failed', 'a failure behind another sign'],
    [sign === 'good' && outcome !== 'succeeded', 'a tick before what did not succeed'],
    [sign === 'bad' && SUCCESS.test(headline) && cause === null, 'a success behind a cross'],
    [sign === 'bad' && outcome === 'succeeded' && context === null, 'what worked is not said'],
    [sign === 'bad' && cause !== null && besideHeadline(verdict) !== null, 'two headlines'],
    [sign === 'good' && headline === cause?.title, 'a tick before a problem'],
  ];
  return problems.flatMap(([wrong, what]) => (wrong ? [`${what}: ${verdict.text}`] : []));
}

describe('sign and headline of a verdict agree', () => {
  it('in every capture', () => {
    const all = captures.flatMap(({ path }) => snapshotOf(exchangesOf(path)).flows);
    expect(all.flatMap(contradictions)).toEqual([]);
  }, 120_000);

  it('in every story from real life', () => {
    const all = stories.flatMap((read) => snapshotOf(read().exchanges).flows);
    expect(all.flatMap(contradictions)).toEqual([]);
  }, 120_000);
});
