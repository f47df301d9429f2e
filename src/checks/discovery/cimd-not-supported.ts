import { startsFlow } from '../../flow/facts/attempt.ts';
import { isClientIdUrl } from '../../flow/facts/client-id-url.ts';
import { refusalText } from '../../flow/facts/refusal.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter } from '../check.ts';
import { cimd } from '../shared/cimd-specs.ts';

export default defineCheck({
  title: 'The server does not read clients from the URL in client_id',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'Only a server whose metadata has client_id_metadata_document_supported: true fetches the metadata of a client from its client_id. To another one it is an unknown name.',
  fix: 'Register the client at this server, by hand or at its registration_endpoint, and send the client_id that it gives.',
  specs: [cimd('6')],
  explains: [
    'error-page-client-unknown',
    'error-page-shown',
    'authz-error-unknown-code',
    'authz-error-unauthorized-client',
    'authz-error-invalid-request',
  ],
  subject: 'authorization-request',
  *check(request, flow) {
    const clientId = request.effective('client_id');
    const metadata = flow.metadata?.metadata ?? null;
    if (!clientId || !isClientIdUrl(clientId) || metadata === null) return;
    if (!startsFlow(request, flow)) return;
    if (metadata.client_id_metadata_document_supported === true) return;
    if (flow.messages.some(({ kind }) => kind === 'client-metadata-request')) return;
    const refusal = refusalText(flow);
    if (!/client|application/i.test(refusal) || /redirect|callback|scope/i.test(refusal)) return;
    yield {
      at: parameter('client_id'),
      observed: `client_id is ${quote(clientId)}. The server refused the client, and its metadata has no client_id_metadata_document_supported: true.`,
      ...(typeof metadata.registration_endpoint === 'string'
        ? {
            fix: `Register the client at ${metadata.registration_endpoint} (RFC 7591), or by hand, and send the client_id that the server gives.`,
          }
        : {}),
    };
  },
});
