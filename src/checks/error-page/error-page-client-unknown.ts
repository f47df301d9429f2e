import type { Flow } from '../../flow/flow.ts';
import { describeDifference, describeFault } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { span } from '../../words/times.ts';
import { defineCheck, type Observation, rfc } from '../check.ts';
import { pageSentence, reportPage } from '../shared/error-page-words.ts';

export default defineCheck({
  title: 'The server does not know this client_id',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The client_id is misspelled, belongs to another tenant, realm or environment, or the client was deleted or disabled.',
  fix: 'Copy client_id from the registration again, and check that it belongs to this server and is enabled.',
  specs: [rfc(6749, '4.1.2.1')],
  explains: ['error-page-shown'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    const { client, authorizationServer } = flow;
    const evidence = client === null ? null : clientIdEvidence(flow, client);
    yield* reportPage(message, flow, ['client-unknown'], (page) => ({
      expected: `A client of ${authorizationServer ?? 'this server'}`,
      ...evidence?.more,
      observed: `${client ? `client_id is ${quote(client)}` : 'The request has no client_id that can be read'}${evidence?.told ?? ''}. ${pageSentence(page)}`,
    }));
  },
});

interface Told {
  /** Follows the client_id in a sentence. */
  readonly told: string;
  readonly more: Pick<Observation, 'fix' | 'expected'>;
}

function clientIdEvidence(flow: Flow, client: string): Told | null {
  const fault = describeFault(client);
  if (fault !== null) {
    return {
      told: `: ${fault}`,
      more: { fix: 'Set client_id to the bare value of the registration.' },
    };
  }
  const success = flow.recording.otherSuccess(flow, 'login');
  const worked = success?.request?.effective('client_id');
  if (!success || !worked || worked === client) return null;
  const difference = describeDifference(client, worked);
  const apart = success.startedAt - flow.startedAt;
  return {
    told: `${difference === null ? '' : ` (${difference})`}; ${span(apart)} ${apart < 0 ? 'earlier' : 'later'} a login with the same redirect URI worked with ${quote(worked)}`,
    more: {
      fix: `Send client_id ${quote(worked)} again, or register this client here.`,
      expected: quote(worked),
    },
  };
}
