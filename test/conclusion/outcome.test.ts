import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import { outcomeOf } from '../../src/conclusion/outcome.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { login } from '../helpers/exchanges.ts';
import { finding } from '../helpers/findings.ts';

function outcome(exchanges: readonly Exchange[], ...findings: readonly Finding[]) {
  const [analysed] = snapshotOf(exchanges).flows;
  if (!analysed) throw new Error('These exchanges make no flow.');
  return outcomeOf(analysed.flow, findings);
}

const whole = login();
const begun = whole.slice(0, 2);
const TOKEN = snapshotOf(whole).flows[0]?.flow.messages.findIndex(
  ({ kind }) => kind === 'token-request',
) as number;

describe('the effect of a finding on an attempt', () => {
  it('is none by itself', () => {
    expect(outcome(whole, finding('a', { message: TOKEN }))).toBe('succeeded');
    expect(outcome(begun, finding('a'))).toBe('unfinished');
  });

  it('client-rejects: an error fails a login that the server granted', () => {
    const rejects = finding('a', { effect: 'client-rejects' });
    expect(outcome(whole, rejects)).toBe('failed');
    expect(outcome(whole, { ...rejects, severity: 'warning' })).toBe('succeeded');
    expect(outcome(begun, rejects)).toBe('unfinished');
  });

  it('withheld-from-page: an error fails its request', () => {
    const withheld = finding('a', { effect: 'withheld-from-page', message: TOKEN });
    expect(outcome(whole, withheld)).toBe('failed');
    expect(outcome(whole, { ...withheld, severity: 'warning' })).toBe('succeeded');
    expect(outcome(whole, { ...withheld, message: TOKEN + 1 })).toBe('succeeded');
  });

  it('ended-by-page: an attempt ends, unless it continued', () => {
    const ended = finding('a', { effect: 'ended-by-page' });
    expect(outcome(begun, ended)).toBe('failed');
    expect(outcome(whole, ended)).toBe('succeeded');
  });

  it('ended-by-page: a page that the attempt recovered from does not end it', () => {
    const page = finding('a', { effect: 'ended-by-page' });
    expect(outcome(begun, page)).toBe('failed');
    expect(outcome(begun, { ...page, severity: 'info' })).toBe('unfinished');
  });
});
