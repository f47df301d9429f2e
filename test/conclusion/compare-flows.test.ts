import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import type { Compared, FlowComparison } from '../../src/conclusion/compare/compared.ts';
import { compareFlows } from '../../src/conclusion/compare-flows.ts';
import { comparisonSentence } from '../../src/conclusion/comparison-sentence.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { attempt, type Change, REFUSED } from './attempts.ts';

const TOGETHER = { together: true };
const compare = (a: AnalysedFlow, b: AnalysedFlow) => compareFlows(a, b, TOGETHER);
const said = (a: AnalysedFlow, b: AnalysedFlow) => comparisonSentence(compare(a, b), a, b);
const all = ({ flow, steps }: FlowComparison): readonly Compared[] => [
  ...flow,
  ...steps.flatMap(({ values }) => values),
];
const names = (comparison: FlowComparison, is: Compared['is']) => [
  ...new Set(all(comparison).flatMap((one) => (one.is === is ? [one.name] : []))),
];

describe('two attempts that differ only in their own values', () => {
  const comparison = compare(attempt('one'), attempt('two', [], { at: 60 }));

  it('have no difference, and their own values are as they should be', () => {
    expect(comparison.differences).toEqual([]);
    expect(names(comparison, 'own')).toEqual(
      expect.arrayContaining(['state', 'code', 'code_challenge', 'code_verifier', 'access_token']),
    );
  });

  it('say so', () => {
    expect(said(attempt('one'), attempt('two'))).toBe(
      'The attempts differ only in values that are new in each attempt.',
    );
  });
});

/** What a failed attempt does otherwise than one that worked, and the sentence about it. */
const FAILED: readonly (readonly [what: string, change: Change, sentence: string])[] = [
  [
    'a redirect URI with a slash more',
    ['%2Fcallback', '%2Fcallback%2F'],
    'redirect_uri differs in the authorization request (step 1): "…/callback/" (failed), "…/callback" (worked). In the failed attempt, it has a slash more at the end.',
  ],
  [
    'a cookie that is missing',
    ['__Host-login=x1; ', ''],
    'Only the failed attempt lacks the cookie __Host-login in the authorization response (step 4).',
  ],
  [
    'another scope',
    ['scope=api', 'scope=api+admin'],
    'scope differs in the authorization request (step 1): "api admin" (failed), "api" (worked). In the failed attempt, it also has admin.',
  ],
  [
    'a parameter that only it has',
    ['scope=api', 'scope=api&prompt=consent'],
    'Only the failed attempt has prompt ("consent") in the authorization request (step 1).',
  ],
  [
    'no Origin field',
    ['{"name":"origin","value":"https://app.example.com"}', '{"name":"x-none","value":""}'],
    'Only the failed attempt lacks the field Origin in the token request (step 5).',
  ],
];

describe('the first line about a failed attempt and one that worked', () => {
  it.each(FAILED)('names %s', (_, change, sentence) => {
    const failed = attempt('one', [change, ...REFUSED]);
    const worked = attempt('two');
    expect(said(failed, worked)).toBe(sentence);
  });

  it('names the answer when nothing that was sent differs', () => {
    expect(said(attempt('one', REFUSED), attempt('two'))).toBe(
      'Nothing that was sent differs in a way that matters. The response to the token request (step 5) differs: "400 invalid_grant" (failed), "200 tokens" (worked).',
    );
  });

  it('names no secret', () => {
    const failed = attempt('one', [
      ['client_id=s6', 'client_secret=hush-1234&client_id=s6'],
      ...REFUSED,
    ]);
    const worked = attempt('two', [['client_id=s6', 'client_secret=hush-5678&client_id=s6']]);
    expect(said(failed, worked)).toMatch(
      /^client_secret differs in the \S+ request \(step \d\)\.$/,
    );
  });
});

describe('a value that must be new', () => {
  it('is called out when it is the same, in every combination', () => {
    const [one, two] = [
      attempt('one', REFUSED, { state: 'always' }),
      attempt('two', [], { state: 'always' }),
    ];
    const comparison = compare(one, two);
    expect(names(comparison, 'reused')).toEqual(['state']);
    expect(said(one, two)).toBe(
      'Both attempts have the same state in the authorization request (step 1). Each attempt needs a new one.',
    );
  });

  it('is no mistake in two recordings of one attempt', () => {
    const [one, two] = [
      attempt('one'),
      attempt('one', [['"source":0', '"source":1']], { at: 0.05 }),
    ];
    expect(names(compare(one, two), 'reused')).toEqual([]);
    expect(said(one, two)).toBe('Both are recordings of the same attempt.');
  });

  it('cannot be compared when it was replaced in two recordings', () => {
    const [one, two] = [
      attempt('one', [], { state: '‹state-1›' }),
      attempt('two', [], { state: '‹state-1›' }),
    ];
    const comparison = compareFlows(one, two, { together: false });
    expect(names(comparison, 'unknown')).toContain('state');
    expect(names(comparison, 'reused')).toEqual([]);
  });
});

describe('attempts of two environments', () => {
  const local: readonly Change[] = [
    ['as.example.com', 'localhost:8443'],
    ['https://app.example.com', 'http://localhost:3000'],
    ['https%3A%2F%2Fapp.example.com', 'http%3A%2F%2Flocalhost%3A3000'],
  ];

  it('do not differ where only their hosts and clients do', () => {
    const one = attempt('one', local, { client: 'local-client' });
    const two = attempt('two');
    const comparison = compare(one, two);
    expect(names(comparison, 'different')).toEqual([
      'Client',
      'Authorization server',
      'Application',
    ]);
    expect(said(one, two)).toBe(
      'The attempts are of different clients, servers and applications. The attempts differ only in values that are new in each attempt.',
    );
  });

  it('differ where more does', () => {
    const one = attempt('one', [...local, ['%2Fcallback', '%2Fcb']], { client: 'local-client' });
    expect(names(compare(one, attempt('two')), 'different')).toContain('redirect_uri');
  });
});

describe('steps', () => {
  it('that only one attempt has stand alone', () => {
    const comparison = compare(attempt('one', [['/things', '/others']]), attempt('two'));
    const alone = comparison.steps.filter(({ a, b }) => a === null || b === null);
    expect(alone.map(({ a, b }) => [a, b])).toEqual([
      [5, null],
      [null, 5],
    ]);
  });
});

describe('what a recorder does not show', () => {
  it('is unknown and no difference', () => {
    const hidden = attempt('one', [
      ['"headersComplete":true', '"headersComplete":false'],
      ['{"name":"Cookie","value":"__Host-login=x1; lang=en"}', '{"name":"x","value":""}'],
      ['{"name":"origin","value":"https://app.example.com"}', '{"name":"x","value":""}'],
    ]);
    const comparison = compare(hidden, attempt('two'));
    expect(names(comparison, 'unknown')).toEqual(
      expect.arrayContaining(['__Host-login', 'Origin']),
    );
    expect(comparison.differences.filter(({ isLate }) => !isLate)).toEqual([]);
  });
});

const FLOWS = captures
  .filter(({ folder }, index) => folder === 'chromium' && index % 3 === 0)
  .flatMap(({ path }) => snapshotOf(exchangesOf(path)).flows);
const flowOf = fc.nat({ max: FLOWS.length - 1 }).map((index) => FLOWS[index] as AnalysedFlow);

/** The values of a comparison, without their order. */
const bag = (values: readonly Compared[], mirrored: boolean) =>
  values
    .map(({ place, name, a, b, is }) =>
      JSON.stringify([place, name, ...(mirrored ? [b, a] : [a, b]), is]),
    )
    .toSorted();

describe('for any two recorded attempts', { timeout: 30_000 }, () => {
  it('one does not differ from itself', () => {
    for (const flow of FLOWS) {
      expect(compare(flow, flow).differences, flow.flow.id).toEqual([]);
    }
  });

  it('the comparison is the same from both sides', () => {
    fc.assert(
      fc.property(flowOf, flowOf, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        expect(bag(all(there), false)).toEqual(bag(all(back), true));
        expect(there.differences.map(({ weight }) => weight)).toEqual(
          back.differences.map(({ weight }) => weight),
        );
        expect(
          there.steps
            .map((step) => [step.a, step.b])
            .toSorted()
            .join(),
        ).toEqual(
          back.steps
            .map((step) => [step.b, step.a])
            .toSorted()
            .join(),
        );
      }),
    );
  });

  it('the first line is one or two sentences', () => {
    fc.assert(
      fc.property(flowOf, flowOf, (a, b) => {
        expect(said(a, b)).toMatch(/^\S.*[.]$/s);
        expect(said(a, b).length).toBeLessThan(1_200);
      }),
    );
  });
});
