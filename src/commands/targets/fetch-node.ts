import { type FetchHost, fetchCall, hasControls } from '../fetch-call.ts';
import { defineTarget } from '../target.ts';

const node: FetchHost = {
  allows: () => true,
  notes: () => [],
  problem: (plan) =>
    hasControls(plan)
      ? 'Node cannot send control characters in a header. Copy it as cURL instead.'
      : null,
  options: () => [],
  values: () => 'process.env',
};

/** `fetch` for Node 18 or later. The variables are those of the environment. */
export default defineTarget({
  name: 'fetch (Node.js)',
  write: (exchange, manner) => fetchCall(exchange, manner, node),
});
