import { describe, expect, it } from 'vitest';
import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import { readHar } from '../../src/har/read-har.ts';
import { login } from '../helpers/exchanges.ts';
import { HOSTILE } from './breakers.ts';
import { harText } from './har-text.ts';
import { spoil } from './spoil.ts';

const whole = harText(login());
const hostile = harText(login().map((exchange) => spoil(exchange, HOSTILE)));

function snapshotOf(text: string): Snapshot {
  const result = readHar(text, { file: 'login.har', source: 0 });
  if (!result.ok) throw new Error(result.message);
  const analysis = createAnalysis();
  for (const exchange of result.exchanges) analysis.add(exchange);
  for (const gap of result.gaps) analysis.addGap(gap);
  return analysis.snapshot();
}

/** The file with one member removed from every object. */
function without(...names: readonly string[]): string {
  return JSON.stringify(
    JSON.parse(whole, (name, value) => (names.includes(name) ? undefined : value)),
  );
}

describe('a HAR file', () => {
  it('keeps unpaired surrogates, markup and control characters as they are', () => {
    const [flow] = snapshotOf(hostile).flows;
    expect(flow?.outcome).toBe('succeeded');
    const header = flow?.flow.messages[0]?.exchange.request.headers.find(
      ({ name }) => name === 'X-Hostile',
    );
    expect(header?.value).toBe(HOSTILE);
  });

  it.each([whole, hostile])('may be cut anywhere', (text) => {
    const entries = text.indexOf('"entries":[');
    for (let end = 1; end < text.length - 4; end += 97) {
      const result = readHar(text.slice(0, end), { file: 'login.har', source: 0 });
      expect(result.ok).toBe(end >= entries + 11);
      if (!result.ok) expect(result.message).toMatch(/login\.har/);
      else expect(result.gaps.map(({ kind }) => kind)).toContain('truncated-file');
    }
  });

  it('that was cut in the middle shows the beginning of its login', () => {
    const { flows, gaps } = snapshotOf(whole.slice(0, whole.indexOf('/token"')));
    expect(flows).toHaveLength(1);
    expect(gaps.map(({ text }) => text).join('\n')).toMatch(/login\.har.*line \d+/);
  });

  it.each([
    [['version', 'creator']],
    [['startedDateTime']],
    [['time', '_resourceType']],
    [['statusText', 'mimeType', 'size']],
    [['content']],
    [['headers']],
    [['postData', 'time', 'statusText', 'version', 'creator', 'headers', '_resourceType']],
  ])('may lack %j', (names) => {
    expect(snapshotOf(without(...names)).flows.length).toBeGreaterThan(0);
  });
});
