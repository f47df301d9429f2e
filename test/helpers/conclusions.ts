import type { Snapshot } from '../../src/analysis/analysis.ts';

/** What a snapshot says, without what it says it with: two equal ones are one diagnosis. */
export function conclusionsOf({ flows, outside, loose, gaps, clockShifts }: Snapshot) {
  return {
    flows: flows.map(({ flow, outcome, verdict, findings, unclear }) => ({
      id: flow.id,
      of: [flow.client, flow.grant, flow.authorizationServer, flow.parent, flow.relation],
      messages: flow.messages.map(({ kind, exchange }) => `${kind} ${exchange.id}`),
      outcome,
      verdict,
      findings,
      unclear,
    })),
    outside: outside.map(({ finding, message }) => ({ finding, of: message.exchange.id })),
    loose: loose.map(({ kind, exchange }) => `${kind} ${exchange.id}`),
    gaps,
    clockShifts: [...clockShifts],
  };
}
