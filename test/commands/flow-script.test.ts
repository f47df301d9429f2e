import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flowScript } from '../../src/commands/flow-script.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { Message } from '../../src/oauth/message.ts';
import { flowOf, scriptOf } from './flow-scripts.ts';

const capture = (name: string) => `test/captures/chromium/${name}.har`;

describe('a flow as a script', () => {
  it('has the requests of the client in order, and names what a browser does', async () => {
    const script = await scriptOf(readFileSync(capture('clean'), 'utf8'));
    const steps = script.match(/^# Step \d+: .*$/gm) ?? [];
    expect(steps.map((line) => line.replace(/^# Step \d+: /, ''))).toEqual([
      'metadata request, recorded with status 200',
      'authorization request, recorded with status 303',
      'authorization server page (left out: a browser does this)',
      'authorization server page (left out: a browser does this)',
      'authorization response (left out: a browser does this)',
      'metadata request, recorded with status 200',
      'token request, recorded with status 200',
      'key set  JWKS  request, recorded with status 200',
      'UserInfo request, recorded with status 200',
      'API call, recorded with status 200',
      'token request, recorded with status 200',
      'API call, recorded with status 200',
    ]);
    expect(script).not.toContain(':?}');
  });

  it('passes each token to the requests that sent it', async () => {
    const script = await scriptOf(readFileSync(capture('clean'), 'utf8'));
    expect(script).toContain(`ACCESS_TOKEN=$(take '["access_token"]')`);
    expect(script).toContain(`'refresh_token='"$(encode "$REFRESH_TOKEN")"'&grant_type=`);
    expect(script.match(/Bearer '"\$ACCESS_TOKEN(?:_2)?"/g)).toEqual([
      `Bearer '"$ACCESS_TOKEN"`,
      `Bearer '"$ACCESS_TOKEN"`,
      `Bearer '"$ACCESS_TOKEN_2"`,
    ]);
  });

  it('asks for the secrets that no answer issued', async () => {
    const script = await scriptOf(readFileSync(capture('client-credentials'), 'utf8'));
    expect(script).toMatch(/^: "\$\{CLIENT_ASSERTION:\?\}"$/m);
  });

  it('polls in one loop', async () => {
    const script = await scriptOf(readFileSync(capture('device-slow-down'), 'utf8'));
    expect(script.match(/^poll /gm)).toHaveLength(1);
    expect(script).toContain('# A poll of the loop above.');
  });

  it.each([
    'clean',
    'device',
    'hybrid',
    'form-post',
    'ciba',
    'par',
    'password',
    'jarm-query',
    'implicit',
    'hostile',
  ])('holds no value of %s that is replaced in a report', async (name) => {
    const text = readFileSync(capture(name), 'utf8');
    const { flow } = await flowOf(text);
    const result = flowScript(flow.messages);
    const script = 'command' in result ? result.command : result.refused;
    for (const { params, exchange } of flow.messages) {
      const body = exchange.response?.body;
      const answer =
        body && 'text' in body && body.text.startsWith('{') ? JSON.parse(body.text) : {};
      for (const key of SECRETS) {
        for (const value of [params.get(key), answer[key]]) {
          if (typeof value === 'string' && value.length > 7) expect(script).not.toContain(value);
        }
      }
    }
  });

  it.each(['json-body', 'code-to-back-end'])(
    'sends the verifier of this run in %s',
    async (name) => {
      const script = await scriptOf(readFileSync(capture(name), 'utf8'));
      expect(script).toContain('"$CODE_VERIFIER")');
      expect(script).not.toContain('Set first');
    },
  );

  it('does not let a server choose the name of any variable', async () => {
    const { flow } = await flowOf(readFileSync(capture('clean'), 'utf8'));
    const text = JSON.stringify(flow.messages.map(({ exchange }) => exchange));
    const hostile = text.replaceAll('\\"refresh_token\\":', '\\"https_proxy\\":');
    const exchanges: Exchange[] = JSON.parse(hostile);
    const messages = flow.messages.map((message, index) => ({
      ...message,
      exchange: exchanges[index] ?? message.exchange,
    }));
    const result = flowScript(messages as readonly Message[]);
    expect('command' in result && result.command).toContain(
      `ISSUED_HTTPS_PROXY=$(take '["https_proxy"]')`,
    );
  });

  it('is refused when there is nothing to send', () => {
    expect(flowScript([])).toEqual({ refused: 'The flow has no request that a script can send.' });
  });
});

const SECRETS =
  'code state nonce access_token refresh_token id_token device_code user_code client_secret client_assertion code_verifier password'.split(
    ' ',
  );
