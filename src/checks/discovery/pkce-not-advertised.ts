import { isByClient } from '../../flow/facts/discovery.ts';
import { isForMcp } from '../../flow/facts/mcp.ts';
import { withoutQuery } from '../../http/url.ts';
import { jsonList } from '../../oauth/values/json.ts';
import { defineCheck, member, rfc } from '../check.ts';
import { mcp } from '../shared/mcp-specs.ts';

export default defineCheck({
  title: 'The metadata does not say that the server supports PKCE with S256',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'client-rejects',
  why: 'An MCP client learns only from code_challenge_methods_supported that the server has PKCE, and must not begin a login without it.',
  fix: 'Publish "code_challenge_methods_supported": ["S256"] in the metadata of the server.',
  specs: [mcp('Authorization Code Protection', '/security-considerations'), rfc(8414, '2')],
  subject: 'metadata-request',
  *check(message, flow) {
    const { metadata, exchange } = message;
    if (metadata === null || !isByClient(message) || !isForMcp(flow)) return;
    const listed = metadata.code_challenge_methods_supported;
    if (jsonList(listed).includes('S256') || metadata.authorization_endpoint === undefined) return;
    const begun = flow.messages.some(
      ({ kind }) => kind === 'authorization-request' || kind === 'pushed-authorization-request',
    );
    const url = withoutQuery(exchange.request.url);
    yield {
      at: member('code_challenge_methods_supported'),
      observed:
        listed === undefined
          ? `The metadata at ${url} has no code_challenge_methods_supported.`
          : `code_challenge_methods_supported of the metadata at ${url} has no "S256".`,
      expected: '["S256"]',
      // A client that begins the login does not look.
      ...(begun ? { severity: 'info' as const } : { certainty: 'likely' as const }),
    };
  },
});
