import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import { foldFindings } from '../../src/conclusion/fold-findings.ts';
import { finding } from '../helpers/findings.ts';

const placeOf = (one: Finding | null) => one && `${one.check} ${one.message}`;
const causes = (findings: readonly Finding[]) =>
  foldFindings(findings).map((one) => [placeOf(one), placeOf(one.causedBy)]);

describe('the finding that explains another one', () => {
  it('is not later', () => {
    const findings = [
      finding('effect', { message: 1 }),
      finding('cause', { message: 3, explains: ['effect'] }),
      finding('effect', { message: 4 }),
    ];
    expect(causes(findings)).toEqual([
      ['effect 1', null],
      ['cause 3', null],
      ['effect 4', 'cause 3'],
    ]);
  });

  it('is found also for the second finding of a check that explains others', () => {
    const findings = [
      finding('cause', { message: 1 }),
      finding('cause', { message: 2, explains: ['effect'] }),
      finding('effect', { message: 3 }),
    ];
    expect(causes(findings).at(-1)).toEqual(['effect 3', 'cause 2']);
  });

  it('is the nearest finding of a check that reports at several steps', () => {
    const cause = { explains: ['effect'] };
    const findings = [
      finding('effect', { message: 0 }),
      finding('cause', { message: 1, ...cause }),
      finding('effect', { message: 1 }),
      finding('cause', { message: 3, ...cause }),
      finding('effect', { message: 4 }),
      finding('effect', { message: null }),
    ];
    expect(causes(findings)).toEqual([
      ['effect 0', null],
      ['cause 1', null],
      ['effect 1', 'cause 1'],
      ['cause 3', null],
      ['effect 4', 'cause 3'],
      ['effect null', 'cause 1'],
    ]);
  });

  it('is the finding with the best evidence', () => {
    const findings = [
      finding('guessed', { basis: 'heuristic', explains: ['effect'] }),
      finding('computed', { basis: 'computed', message: 1, explains: ['effect'] }),
      finding('effect', { message: 2 }),
    ];
    expect(causes(findings).at(-1)).toEqual(['effect 2', 'computed 1']);
  });

  it('is a finding of the same list', () => {
    const [cause, effect] = foldFindings([
      finding('cause', { explains: ['effect'] }),
      finding('effect'),
    ]);
    expect(effect?.causedBy).toBe(cause);
  });

  it('is never later and never a circle', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const one = fc.record({
      check: name,
      basis: fc.constantFrom<Finding['basis']>('computed', 'reported', 'observed', 'heuristic'),
      message: fc.option(fc.nat({ max: 4 })),
      explains: fc.uniqueArray(name),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (records) => {
        const folded = foldFindings(records.map(({ check, ...more }) => finding(check, more)));
        expect(folded).toHaveLength(records.length);
        for (const start of folded) {
          const seen = new Set<Finding>();
          for (let at: Finding | null = start; at !== null; at = at.causedBy) {
            expect(seen.has(at)).toBe(false);
            seen.add(at);
            expect(folded).toContain(at);
            const { message, causedBy } = at;
            if (causedBy === null) continue;
            expect(causedBy.explains).toContain(at.check);
            expect(causedBy.message ?? 0).toBeLessThanOrEqual(message ?? Number.POSITIVE_INFINITY);
          }
        }
      }),
    );
  });

  it('is found among thousands', () => {
    const COUNT = 20_000;
    const many = Array.from({ length: COUNT }, (_, message) => [
      finding('cause', { message, explains: ['effect'] }),
      finding('effect', { message }),
    ]).flat();
    const folded = foldFindings(many);
    expect(folded.filter(({ causedBy, message }) => causedBy?.message === message)).toHaveLength(
      COUNT,
    );
  });
});
