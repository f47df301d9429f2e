import type { SpecLink } from '../finding.ts';

const AUTHORIZATION =
  'https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization';

/** A section of the authorization specification of the Model Context Protocol. */
export function mcp(section: string, page = ''): SpecLink {
  return { label: `MCP Authorization, ${section}`, url: `${AUTHORIZATION}${page}` };
}
