import { readErrorPage } from '../../flow/facts/error-page.ts';
import type { Flow } from '../../flow/flow.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { AuthorizationResponse } from '../../oauth/kinds/authorization-response.ts';
import type { Interaction } from '../../oauth/kinds/interaction.ts';
import { type CorrelationId, correlationIds } from '../../providers/registry/correlation-ids.ts';
import { providerOf } from '../../providers/registry/identify.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { moment } from '../../words/times.ts';
import { defineCheck } from '../check.ts';

export default defineCheck({
  title: 'This failure carries a correlation id',
  severity: 'info',
  owner: 'authorization server',
  basis: 'reported',
  why: 'The log of the server has details that its answer may not reveal. This id finds them.',
  fix: 'Search the log of the authorization server for this id, or give it to its operators together with the time.',
  // There is no specification: every server names its ids as it likes.
  specs: [],
  subject: ['authorization-request', 'interaction', 'authorization-response'],
  *check(message, flow) {
    const ids = idsOf(message, flow);
    if (ids.length === 0) return;
    const { startedAt, duration } = message.exchange;
    const logs = providerOf(message.exchange)?.logs?.place;
    yield {
      observed: `${list(ids.map(({ name, value }) => `${name} ${quote(value)}`))} at ${moment(startedAt + (duration ?? 0))}.`,
      ...(logs ? { fix: `Look it up in ${logs}.` } : {}),
    };
  },
});

function idsOf(
  message: AuthorizationRequest | Interaction | AuthorizationResponse,
  flow: Flow,
): readonly CorrelationId[] {
  if (message.kind !== 'authorization-response') return readErrorPage(message, flow)?.ids ?? [];
  const description = message.params.get('error_description') ?? '';
  if (!message.params.has('error')) return [];
  return correlationIds(message.issuedBy?.response?.headers ?? [], description);
}
