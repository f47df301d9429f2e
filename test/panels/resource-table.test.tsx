import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { toolLogin } from '../helpers/tool-login.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { login } from './recording.ts';

const MCP = 'https://tools.example.com/mcp';

describe('the table of what a token is for', () => {
  it('compares what was called, published, asked for and issued', async () => {
    const { container } = openPanel(toolLogin({ resource: MCP, again: MCP, aud: 's6BhdRkqt3' }));
    const table = within(screen.getByTestId('resource'));
    const cells = table
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent));
    expect(cells).toEqual([
      ['URL called', MCP, 'equal'],
      ['resource in the metadata of the API', MCP, ''],
      ['resource in the authorization request', MCP, 'equal'],
      ['resource in the token request', MCP, 'equal'],
      ['aud in the access token', 's6BhdRkqt3', 'different'],
    ]);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('is not there for a login that names no API', () => {
    openPanel(login());
    expect(screen.queryByTestId('resource')).toBeNull();
  });
});
