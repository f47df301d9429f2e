import { isForMcp } from '../../flow/facts/mcp.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { jsonList } from '../../oauth/values/json.ts';
import { defineCheck, header, member } from '../check.ts';
import { mcp } from '../shared/mcp-specs.ts';

export default defineCheck({
  title: 'The API asks for the scope offline_access',
  severity: 'info',
  owner: 'resource server',
  basis: 'observed',
  why: 'offline_access is about refresh tokens, which are between client and authorization server. No API needs it, and some servers refuse it to clients that may not have refresh tokens.',
  fix: 'Remove offline_access from scopes_supported of the resource metadata and from scope in WWW-Authenticate.',
  specs: [mcp('Refresh Tokens')],
  subject: ['protected-resource-metadata-request', 'api-call'],
  *check(message, flow) {
    if (!isForMcp(flow)) return;
    const isCall = message.kind === 'api-call';
    const asked = isCall
      ? (bearerChallenge(message.exchange)?.scopes ?? [])
      : jsonList(message.metadata?.scopes_supported);
    if (!asked.includes('offline_access')) return;
    yield {
      at: isCall ? header('WWW-Authenticate') : member('scopes_supported'),
      observed: isCall
        ? 'scope in WWW-Authenticate has offline_access.'
        : 'scopes_supported in the resource metadata has offline_access.',
    };
  },
});
