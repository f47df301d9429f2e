import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { formats } from '../../src/report/all-formats.ts';
import { login } from '../helpers/exchanges.ts';
import { sharedReport } from '../helpers/shared-report.ts';

const CODE = 'SplxlOBeZQQYbYS6WxSbIA-1f9c2a';

/** A login with a pinned flow, a note that quotes its code, and a note on the request. */
function remarked(): readonly Exchange[] {
  return login({ code: CODE }).map((one, index) =>
    index === 0
      ? {
          ...one,
          remarks: [
            { of: 'flow', pinned: true, text: `reported to operations, the code was ${CODE}` },
            { of: 'authorization-request', pinned: false, text: 'the wrong scope' },
          ],
        }
      : one,
  );
}

describe('pins and notes in reports', () => {
  it.each([...formats])(
    'are written as %s, with the secrets in them replaced',
    async (_, format) => {
      const report = await sharedReport(format, remarked());
      expect(report).toContain('reported to operations');
      expect(report).toContain('the wrong scope');
      expect(report).not.toContain(CODE);
    },
  );

  it('are there again when the HAR is opened', async () => {
    const har = readHar(await sharedReport(formats.get('har'), remarked()), {
      file: 'report.har',
      source: 0,
    });
    const remarks = har.ok ? har.exchanges.flatMap((one) => one.remarks ?? []) : [];
    expect(remarks.map(({ of, pinned }) => [of, pinned])).toEqual([
      ['flow', true],
      ['authorization-request', false],
    ]);
    expect(remarks[1]?.text).toBe('the wrong scope');
  });
});
