import { describe, expect, it } from 'vitest';
import { resourceRows } from '../../src/conclusion/resource-rows.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { type ToolLoginSketch, toolLogin } from '../helpers/tool-login.ts';

const MCP = 'https://tools.example.com/mcp';

function rowsOf(sketch: ToolLoginSketch) {
  const [analysed] = snapshotOf(toolLogin(sketch)).flows;
  return analysed ? resourceRows(analysed.flow) : [];
}

describe('the table of what a token is for', () => {
  it('marks what is equal and what differs, and how', () => {
    expect(rowsOf({ resource: `${MCP}/`, again: MCP, aud: 's6BhdRkqt3' })).toEqual([
      { name: 'called', label: 'URL called', value: MCP, mark: 'equal' },
      { name: 'metadata', label: 'resource in the metadata of the API', value: MCP, mark: '' },
      {
        name: 'authorization-request',
        label: 'resource in the authorization request',
        value: `${MCP}/`,
        mark: 'different: it has a slash more at the end',
      },
      {
        name: 'token-request',
        label: 'resource in the token request',
        value: MCP,
        mark: 'equal',
      },
      {
        name: 'access-token',
        label: 'aud in the access token',
        value: 's6BhdRkqt3',
        mark: 'different',
      },
    ]);
  });

  it('marks nothing where there is nothing to compare', () => {
    const rows = rowsOf({});
    expect(rows.map(({ value, mark }) => `${value}|${mark}`).slice(2)).toEqual([
      'none|',
      'none|',
      'unknown (no JWT)|',
    ]);
  });
});
