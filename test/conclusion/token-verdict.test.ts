import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { tokenVerdicts } from '../../src/conclusion/token-verdict.ts';
import { settledSnapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { readRealLife, recordingOf } from '../helpers/real-life.ts';

const REAL_LIFE = new URL('../real-life/', import.meta.url);
const files = readdirSync(REAL_LIFE, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.http'),
);

/** What a verdict says that the findings do not, and the other way round. */
function contradictions(analysed: AnalysedFlow): readonly string[] {
  return tokenVerdicts(analysed).flatMap(({ token, state, text, findings, claims }) => {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const wrong = claims.filter(
      ({ result, finding }) => finding && finding.severity !== 'info' && result === 'match',
    );
    return [
      ...(state === 'valid' && findings.some(({ severity }) => severity !== 'info')
        ? ['valid with a finding']
        : []),
      ...(state === 'not-valid' && errors.length === 0 ? ['not valid without a finding'] : []),
      ...(state !== 'not-valid' && errors.length > 0
        ? ['an error that the verdict does not say']
        : []),
      ...wrong.map(({ name }) => `${name} matches and is wrong`),
      ...(/undefined|null|\.\.$/.test(text) ? [text] : []),
    ].map((problem) => `${token.name}: ${problem}`);
  });
}

/** Errors at a claim of a token that no verdict takes up. */
function unheard({ findings, ...analysed }: AnalysedFlow): readonly string[] {
  const heard = new Set(tokenVerdicts({ findings, ...analysed }).flatMap((one) => one.findings));
  return findings
    .filter((one) => one.severity === 'error' && one.at?.part === 'claim' && !heard.has(one))
    .map(({ check }) => check);
}

describe('a verdict on a token and the findings about it', () => {
  it.each(captures.map(({ path }) => path))('agree in the capture %s', async (path) => {
    const { flows } = await settledSnapshotOf(exchangesOf(path));
    expect(flows.flatMap(contradictions)).toEqual([]);
    expect(flows.flatMap(unheard)).toEqual([]);
  });

  it.each(files)('agree in the recording %s', async (path) => {
    const { har } = readRealLife(readFileSync(new URL(path, REAL_LIFE), 'utf8'));
    const { flows } = await settledSnapshotOf(recordingOf(har).exchanges);
    expect(flows.flatMap(contradictions)).toEqual([]);
    expect(flows.flatMap(unheard)).toEqual([]);
  });
});
