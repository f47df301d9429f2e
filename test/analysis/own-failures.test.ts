import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import { checks } from '../../src/checks/registry/index.ts';
import { foldFindings } from '../../src/conclusion/fold-findings.ts';
import { gapsOf } from '../../src/conclusion/gaps.ts';
import { innerFailures } from '../../src/conclusion/inner-failure.ts';
import { madeUpLater } from '../../src/conclusion/made-up-later.ts';
import { outcomeOf } from '../../src/conclusion/outcome.ts';
import { verdictOf } from '../../src/conclusion/verdict.ts';
import { Correlator } from '../../src/correlation/correlator.ts';
import { makeItem } from '../../src/correlation/make-item.ts';
import { OuterPages } from '../../src/correlation/outer-pages.ts';
import { assembleMessages } from '../../src/flow/assemble.ts';
import { dpopFacts } from '../../src/flow/facts/dpop-proofs.ts';
import { pkceFacts } from '../../src/flow/facts/pkce.ts';
import { clockFact } from '../../src/flow/facts/server-clock.ts';
import { flowId } from '../../src/flow/recording-view.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { kindNamed } from '../../src/oauth/message-kinds.ts';
import { grantOfResponseType } from '../../src/oauth/values/grants.ts';
import { Sources } from '../../src/recorders/sources.ts';
import { snapshotOf as snapshotOfRecorded } from '../helpers/analyse.ts';
import { exchange, login } from '../helpers/exchanges.ts';

vi.mock('../../src/conclusion/fold-findings.ts', { spy: true });
vi.mock('../../src/conclusion/gaps.ts', { spy: true });
vi.mock('../../src/conclusion/inner-failure.ts', { spy: true });
vi.mock('../../src/conclusion/made-up-later.ts', { spy: true });
vi.mock('../../src/conclusion/outcome.ts', { spy: true });
vi.mock('../../src/conclusion/verdict.ts', { spy: true });
vi.mock('../../src/correlation/make-item.ts', { spy: true });
vi.mock('../../src/flow/assemble.ts', { spy: true });
vi.mock('../../src/flow/facts/dpop-proofs.ts', { spy: true });
vi.mock('../../src/flow/facts/pkce.ts', { spy: true });
vi.mock('../../src/flow/facts/server-clock.ts', { spy: true });
vi.mock('../../src/flow/recording-view.ts', { spy: true });
vi.mock('../../src/oauth/values/grants.ts', { spy: true });

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetAllMocks();
});

const DEFECT = 'the defect';
/** Records copies: results are cached by exchange, and a defect must not find a cached one. */
const snapshotOf = (recorded: readonly Exchange[]): Snapshot =>
  snapshotOfRecorded(recorded.map((one) => ({ ...one })));

const exchanges = [
  ...login(),
  ...login({ at: 4_000, state: 'Qx2TlKWIAtGzv3JO', code: 'another-code', client: 'another' }),
];

function fail(): never {
  throw new Error(DEFECT);
}

/** The conclusions on the flows, without findings on Grantscope itself. */
function said({ flows }: Snapshot) {
  return flows.map(({ flow, outcome, verdict, findings }) => ({
    client: flow.client,
    kinds: flow.messages.map(({ kind }) => kind),
    outcome,
    verdict: verdict.text,
    findings: findings.filter(({ owner }) => owner !== 'this tool').map(({ check }) => check),
  }));
}

/** The findings on Grantscope itself, by flow. */
function ownOf({ flows }: Snapshot) {
  return flows.map(({ findings }) => findings.filter(({ owner }) => owner === 'this tool'));
}

function failureGaps({ gaps }: Snapshot) {
  return gaps.filter(({ kind }) => kind === 'own-failure').map(({ text }) => text);
}

const [check] = checks.filter(({ subject }) => subject === 'token-request');
if (!check) throw new Error('No check looks at token requests.');

type Part = readonly [what: string, failOnce: () => unknown, changed: readonly string[]];

const PARTS: readonly Part[] = [
  [`run the check ${check.id}`, () => vi.spyOn(check, 'check').mockImplementationOnce(fail), []],
  ['compare verifier and challenge', () => vi.mocked(pkceFacts).mockImplementationOnce(fail), []],
  [
    'compare the clocks of client and server',
    () => vi.mocked(clockFact).mockImplementationOnce(fail),
    [],
  ],
  ['read the DPoP proofs', () => vi.mocked(dpopFacts).mockImplementationOnce(fail), []],
  [
    'put the messages of this flow together',
    () => vi.mocked(assembleMessages).mockImplementationOnce(fail),
    ['kinds', 'findings', 'outcome', 'verdict'],
  ],
  [
    'read this flow as a whole',
    () => vi.mocked(grantOfResponseType).mockImplementationOnce(fail),
    ['client', 'findings', 'outcome', 'verdict'],
  ],
  [
    'find the pages of this flow',
    () => vi.spyOn(OuterPages.prototype, 'itemsOf').mockImplementationOnce(fail),
    [],
  ],
  [
    'find which findings follow from others',
    () => vi.mocked(foldFindings).mockImplementationOnce(fail),
    [],
  ],
  [
    'determine how this flow ended',
    () => vi.mocked(outcomeOf).mockImplementationOnce(fail),
    ['outcome', 'verdict'],
  ],
  ['name the cause', () => vi.mocked(verdictOf).mockImplementationOnce(fail), ['verdict']],
  [
    'list what was not recorded of this flow',
    () => vi.mocked(gapsOf).mockImplementationOnce(fail),
    [],
  ],
];

describe('a flow for which Grantscope could not', () => {
  const healthy = said(snapshotOf(exchanges));

  it.each(PARTS)('%s', (what, failOnce, changed) => {
    failOnce();
    const snapshot = snapshotOf(exchanges);
    const own = ownOf(snapshot);
    expect(own.flat()).toMatchObject([
      {
        title: `Grantscope could not ${what}`,
        observed: DEFECT,
        severity: 'info',
        certainty: 'certain',
      },
    ]);
    const hit = own.findIndex((findings) => findings.length > 0);
    const flows = said(snapshot);
    expect(flows).toHaveLength(2);
    expect(flows[1 - hit]).toEqual(healthy[1 - hit]);
    const same = Object.entries(healthy[hit] ?? {}).filter(([name]) => !changed.includes(name));
    expect(flows[hit]).toMatchObject(Object.fromEntries(same));
    expect(flows[hit]?.kinds).toContain('token-request');
    expect(snapshot.flows[hit]?.verdict.cause?.owner).not.toBe('this tool');
  });
});

describe('a recording in which Grantscope could not', () => {
  it('separate logins inside others', () => {
    vi.spyOn(OuterPages.prototype, 'groupsOf').mockImplementationOnce(fail);
    const snapshot = snapshotOf(exchanges);
    expect(snapshot.flows).toHaveLength(2);
    expect(failureGaps(snapshot)[0]).toContain('could not tell apart the pages of logins');
  });

  it('find what worked in later attempts', () => {
    vi.mocked(madeUpLater).mockImplementationOnce(() => fail);
    const snapshot = snapshotOf(exchanges);
    expect(said(snapshot)).toEqual(said(snapshotOf(exchanges)));
    expect(failureGaps(snapshot)).toEqual([expect.stringContaining(DEFECT)]);
  });

  it('find what failed inside other logins', () => {
    vi.mocked(innerFailures).mockImplementationOnce(() => fail);
    const snapshot = snapshotOf(exchanges);
    expect(said(snapshot)).toEqual(said(snapshotOf(exchanges)));
    expect(failureGaps(snapshot)).toEqual([expect.stringContaining(DEFECT)]);
  });

  it('show one flow at all', async () => {
    const view = '../../src/flow/recording-view.ts';
    const real = await vi.importActual<{ flowId: typeof flowId }>(view);
    vi.mocked(flowId).mockImplementationOnce(fail).mockImplementation(real.flowId);
    const snapshot = snapshotOf(exchanges);
    expect(snapshot.flows).toHaveLength(1);
    expect(failureGaps(snapshot)).toEqual([
      expect.stringMatching(
        /could not show the flow of GET https:\/\/as\.example\.com\/authorize:/,
      ),
    ]);
  });

  it('take in one exchange', () => {
    vi.spyOn(Sources.prototype, 'add').mockImplementationOnce(fail);
    const extra = exchange(0, { url: 'https://as.example.com/.well-known/openid-configuration' });
    const snapshot = snapshotOf([extra, ...exchanges]);
    expect(snapshot.flows).toHaveLength(2);
    expect(failureGaps(snapshot)).toEqual([expect.stringContaining('could not examine GET')]);
  });

  it('recognise one kind of message', () => {
    vi.spyOn(kindNamed('pushed-authorization-request'), 'recognise').mockImplementation(fail);
    const snapshot = snapshotOf(exchanges);
    expect(said(snapshot)).toEqual(said(snapshotOf(exchanges)));
    expect(failureGaps(snapshot)).toEqual([expect.stringContaining(DEFECT)]);
  });

  it('correlate one message', () => {
    vi.mocked(makeItem).mockImplementationOnce(fail);
    const snapshot = snapshotOf([...exchanges].reverse());
    expect(snapshot.flows).toHaveLength(2);
    expect(failureGaps(snapshot)).toEqual([
      expect.stringContaining('could not find the flow of a message (api-call): the defect'),
    ]);
  });

  it('compare with a file', () => {
    vi.spyOn(Correlator.prototype, 'knows').mockImplementationOnce(fail);
    const [first] = exchanges;
    if (!first) throw new Error('The login has exchanges.');
    const analysis = createAnalysis();
    for (const one of exchanges) analysis.add(one);
    expect(analysis.knows(first)).toBe(false);
    expect(failureGaps(analysis.snapshot())).toEqual([expect.stringContaining(DEFECT)]);
    expect(analysis.knows(first)).toBe(true);
  });

  it('read what belongs to no flow', async () => {
    const real = await vi.importActual<{ assembleMessages: typeof assembleMessages }>(
      '../../src/flow/assemble.ts',
    );
    vi.mocked(assembleMessages).mockImplementation((items, around) =>
      items.length === 1 ? fail() : real.assembleMessages(items, around),
    );
    const lone = exchange(0, {
      url: 'https://other.example.com/.well-known/openid-configuration',
      answerBody: { issuer: 'https://other.example.com' },
    });
    const snapshot = snapshotOf([lone, ...exchanges]);
    expect(said(snapshot)).toEqual(said(snapshotOf(exchanges)));
    expect(snapshot.loose).toEqual([]);
    expect(failureGaps(snapshot)).toEqual([expect.stringContaining('outside any flow')]);
  });

  it('take in an exchange, and says so once, until it is cleared', () => {
    const [first] = exchanges;
    if (!first) throw new Error('The login has exchanges.');
    const add = vi.spyOn(Sources.prototype, 'add').mockImplementation(fail);
    const analysis = createAnalysis();
    analysis.add(first);
    analysis.add(first);
    expect(failureGaps(analysis.snapshot())).toHaveLength(1);
    add.mockRestore();
    analysis.clear();
    expect(failureGaps(analysis.snapshot())).toEqual([]);
  });
});
