import { describe, expect, it } from 'vitest';
import { resourcePlaces } from '../../../src/flow/facts/resource-places.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { login } from '../../helpers/exchanges.ts';
import { toolLogin } from '../../helpers/tool-login.ts';

const MCP = 'https://tools.example.com/mcp';

/** The places of the login, each in one line. */
function placesIn(exchanges: readonly Exchange[]): readonly string[] {
  const analysed = snapshotOf(exchanges).flows.find(({ flow }) => flow.request !== null);
  if (!analysed) throw new Error('These exchanges make no login.');
  return resourcePlaces(analysed.flow).places.map(
    ({ name, values, same }) => `${name}: ${values?.join(' ') ?? 'unknown'}, ${same}`,
  );
}

describe('the places that name the API', () => {
  it('are compared with the metadata of the API', () => {
    expect(placesIn(toolLogin({ resource: MCP, again: `${MCP}/`, aud: ['other', MCP] }))).toEqual([
      `called: ${MCP}, true`,
      `metadata: ${MCP}, null`,
      `authorization-request: ${MCP}, true`,
      `token-request: ${MCP}/, false`,
      `access-token: other ${MCP}, true`,
    ]);
  });

  it('say what is absent and what is unknown', () => {
    expect(placesIn(toolLogin({}))).toEqual([
      `called: ${MCP}, true`,
      `metadata: ${MCP}, null`,
      'authorization-request: , false',
      'token-request: , false',
      'access-token: unknown, null',
    ]);
  });

  it('are compared with the URL called when the API has no metadata', () => {
    expect(placesIn(toolLogin({ metadata: null, resource: `${MCP}/`, aud: 'me' }))).toEqual([
      `called: ${MCP}, null`,
      `authorization-request: ${MCP}/, true`,
      `token-request: ${MCP}/, true`,
      'access-token: me, false',
    ]);
  });

  it('allow a slash at the end of the URL called, and no other difference', () => {
    expect(placesIn(toolLogin({ metadata: `${MCP}/` }))[0]).toBe(`called: ${MCP}, true`);
    expect(placesIn(toolLogin({ metadata: 'https://tools.example.com' }))[0]).toBe(
      `called: ${MCP}, false`,
    );
  });

  it('are none in a login that names no API', () => {
    expect(placesIn(login())).toEqual([]);
  });

  it('follow from the parameter alone', () => {
    const sent = login().map((one) => ({
      ...one,
      request: { ...one.request, url: one.request.url.replace('scope=api', `resource=${MCP}`) },
    }));
    expect(placesIn(sent).slice(1, 3)).toEqual([
      `authorization-request: ${MCP}, false`,
      'token-request: , false',
    ]);
  });
});
