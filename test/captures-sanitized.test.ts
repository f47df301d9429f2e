import { describe, expect, it } from 'vitest';
import { findScenario } from '../playground/scenarios.ts';
import { snapshotOf } from './helpers/analyse.ts';
import { exchangesIn, exportsOf, textOf } from './helpers/captures.ts';
import { SANITIZERS, sanitized } from './helpers/sanitizers.ts';

function accusations(text: string, path: string): readonly string[] {
  const { flows, outside } = snapshotOf(exchangesIn(text, path));
  return [...flows.flatMap(({ findings }) => findings), ...outside.map(({ finding }) => finding)]
    .filter(({ severity }) => severity !== 'info')
    .map(({ check, observed }) => `${check}: ${observed}`);
}

const clean = exportsOf('playground').filter(
  ({ name, path }) =>
    findScenario(name)?.expected.outcome === 'succeeded' &&
    accusations(textOf(path), path).length === 0,
);

describe('a clean recording whose values were replaced accuses nobody', () => {
  it.each(Object.keys(SANITIZERS))('%s', (name) => {
    const sanitize = SANITIZERS[name] ?? (() => '');
    const found = clean.flatMap(({ path }) =>
      accusations(sanitized(textOf(path), sanitize), path).map((one) => `${path}: ${one}`),
    );
    expect(found).toEqual([]);
  });
});
