import type { MessageKind } from '../../src/oauth/message.ts';
import { type Scenario, scenario } from '../scenario.ts';

const refused: readonly MessageKind[] = ['api-call', 'protected-resource-metadata-request'];

/** Clients of the Model Context Protocol that do not get as far as the login. */
export const mcpFaults: readonly Scenario[] = [
  scenario('mcp-without-metadata', {
    outcome: 'failed',
    cause: 'resource-metadata-missing',
    kinds: refused,
    capturedOnly: true,
    title: 'MCP: no metadata',
    sentence: 'The tool server refuses and has metadata at neither of the two places.',
  }),
  scenario('mcp-registration-refused', {
    outcome: 'failed',
    cause: 'registration-failed',
    says: ['web applications'],
    kinds: [...refused, 'metadata-request', 'registration-request'],
    capturedOnly: true,
    title: 'MCP: registration refused',
    sentence: 'A desktop application registers as the web application that it is not.',
  }),
];
