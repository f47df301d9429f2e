import { expect, it } from 'vitest';
import { outcomeOf } from '../../src/conclusion/outcome.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { exchange } from '../helpers/exchanges.ts';
import { finding } from '../helpers/findings.ts';

/** Of the server as.example.com, for this API. */
const TOKEN =
  'eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUuY29tIiwiYXVkIjoiaHR0cHM6Ly9hcGkuZXhhbXBsZS5jb20iLCJleHAiOjQxMDI0NDQ4MDB9.';

/** A call with a token in its URL, which is wrong whatever the API answers. */
function called(more: object = {}) {
  const url = `https://api.example.com/items?access_token=${TOKEN}`;
  const [analysed] = snapshotOf([exchange(0, { url, destination: 'empty', ...more })]).flows;
  if (!analysed) throw new Error('The call makes no flow.');
  return analysed.flow;
}

const unanswered = { status: null } as const;

it.each([
  ['succeeded', called(), []],
  ['failed', called({ status: 500 }), []],
  ['unknown', called(unanswered), []],
  ['failed', called(), [finding('a', { effect: 'request-fails', severity: 'warning' })]],
  ['succeeded', called(), [finding('a', { effect: 'request-fails', severity: 'info' })]],
] as const)('%s', (outcome, flow, findings) => {
  expect(outcomeOf(flow, findings)).toBe(outcome);
});
