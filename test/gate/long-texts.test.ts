import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findLeaks, findLeaksInTurns, type SoughtValue } from '../../src/gate/gate.ts';

const sought = (value: string, name = '‹value-1›'): SoughtValue => ({
  name,
  value,
  names: [],
  isWord: false,
});

const packedTwice = (text: string): string => btoa(btoa(text));

describe('a long text', () => {
  const values = Array.from({ length: 300 }, (_, index) =>
    sought(randomBytes(24).toString('base64url'), `‹value-${index}›`),
  );
  const line = `${JSON.stringify({ url: 'https://app.example.com/cb?state=‹state-1›', time: 12 })},\n`;

  test('is searched in turns of a few milliseconds', async () => {
    const text = line.repeat(20_000) + Buffer.from(values[7]?.value ?? '').toString('base64');
    let longest = 0;
    let since = performance.now();
    const shares: number[] = [];
    const leaks = await findLeaksInTurns(text, values, {
      onProgress(done) {
        longest = Math.max(longest, performance.now() - since);
        shares.push(done);
        setTimeout(() => {
          since = performance.now();
        }, 0);
      },
    });
    expect(leaks).toMatchObject([{ name: '‹value-7›', encoding: 'base64', line: 20_001 }]);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test('the search ends when it is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(findLeaksInTurns(line.repeat(20_000), values, { signal })).rejects.toThrow(
      'enough',
    );
  });

  test.each([
    ['one letter', 'a'.repeat(3_000), 'a'.repeat(500_000)],
    ['a letter that is missing', `${'a'.repeat(2_000)}b${'a'.repeat(2_000)}`, 'a'.repeat(500_000)],
    ['a period', 'ab'.repeat(50), `${'ab'.repeat(49)}c`.repeat(3_000)],
    ['backslashes', '\\'.repeat(90), '\\'.repeat(500_000)],
    ['line breaks', 'k7Xq2mVt9RfLz4Wp', `${'a'.repeat(41)}=\n`.repeat(40_000)],
    ['base64 in base64', 'k7Xq2mVt9RfLz4Wp', packedTwice('k7Xq2mVt9RfLz4W0'.repeat(20_000))],
    ['escapes of escapes', 'a'.repeat(300), '%2561\\u0061&amp;#97;'.repeat(30_000)],
    ['plus signs inside base64', 'k7Xq2mVt9RfLz4Wp', 'a%2Bbcdefghijk%2F'.repeat(30_000)],
    ['unpaired surrogates and NUL', '\ud800x\0\udc00secret', '\ud800x\0\udc00secre'.repeat(50_000)],
  ])('made to be slow is searched in linear time: %s', (_, value, text) => {
    // Time of this process, which other work on the machine does not lengthen.
    const start = process.cpuUsage();
    findLeaks(text, [sought(value)]);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(5_000);
  });

  test('finds a value with an unpaired surrogate', () => {
    expect(findLeaks('x\ud800ecret value', [sought('\ud800ecret value')])).toHaveLength(1);
  });
});
