import * as oauth from 'oauth4webapi';
import { start } from './code-flow.ts';
import { discover, local } from './metadata.ts';
import { register } from './registration.ts';
import { rememberClient, settings } from './settings.ts';
import { tellWhereTo } from './tell-where-to.ts';

/** The redirect URI of a desktop application. The client does not say that it is one. */
const NATIVE = 'com.example.playground:/callback';

/**
 * Starts a login by the MCP authorization profile. The tool server refuses and says where its
 * metadata is (RFC 9728). That names its authorization server (RFC 8414). There the client
 * registers or is known by its document.
 */
export async function startMcp(name: string): Promise<null> {
  const path = name === 'mcp-without-metadata' ? '/mcp/bare' : '/mcp';
  const resource = new URL(path, settings.api);
  const refused = await fetch(resource, { headers: { 'MCP-Protocol-Version': '2025-06-18' } });
  await refused.text();
  const asked = await metadataOf(resource, name);
  const { authorization_servers } = await oauth.processResourceDiscoveryResponse(resource, asked);
  const as = await discover(authorization_servers?.[0] ?? '', 'oauth2');
  if (name === 'mcp-registration-refused') await register(as, name, NATIVE);
  if (name === 'mcp-registration') rememberClient(name, (await register(as, name)).client_id);
  await tellWhereTo();
  return start(name);
}

/** Asks for the metadata of the tool server, also at the root of its host as MCP clients do. */
async function metadataOf(resource: URL, name: string): Promise<Response> {
  const answer = await oauth.resourceDiscoveryRequest(resource, local);
  if (answer.ok || name !== 'mcp-without-metadata') return answer;
  await answer.text();
  const root = await oauth.resourceDiscoveryRequest(new URL('/', resource), local);
  await root.text();
  throw new Error('the tool server has no metadata');
}
