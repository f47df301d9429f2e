import { describe, expect, it } from 'vitest';
import { correlationIds } from '../../../src/providers/registry/correlation-ids.ts';

describe('correlationIds', () => {
  it('reads the headers that have one', () => {
    const headers = [
      { name: 'X-Request-Id', value: 'req-4711-ab' },
      { name: 'Server', value: 'nginx' },
    ];
    expect(correlationIds(headers, '')).toEqual([{ name: 'X-Request-Id', value: 'req-4711-ab' }]);
  });

  it.each([
    [
      'Correlation ID: 8f14e45f-ceea-467f-9f3b-0f2b1f1c9f10',
      '8f14e45f-ceea-467f-9f3b-0f2b1f1c9f10',
    ],
    ['Trace ID: 00112233445566', '00112233445566'],
    ['Reference #18.2d351ab8.1557333295', '18.2d351ab8.1557333295'],
    ['Incident ID: 877000130098457', '877000130098457'],
  ])('finds it in %s', (text, value) => {
    expect(correlationIds([], text).map((id) => id.value)).toEqual([value]);
  });

  it.each(['Error: something went wrong', 'error: invalid_client', 'support: administrators'])(
    'sees none in %s',
    (text) => {
      expect(correlationIds([], text)).toEqual([]);
    },
  );

  it('has the time beside an id, and no time alone', () => {
    const said = 'Timestamp: 2026-11-20 10:00:01Z';
    expect(correlationIds([], `Trace ID: 00112233445566 ${said}`)).toEqual([
      { name: 'Trace ID', value: '00112233445566' },
      { name: 'Timestamp', value: '2026-11-20 10:00:01Z' },
    ]);
    expect(correlationIds([], said)).toEqual([]);
  });

  it('leaves out text that cannot be an id', () => {
    expect(correlationIds([{ name: 'x-trace-id', value: '<img src=x>' }], '')).toEqual([]);
  });

  it('stays fast on long hostile text', () => {
    const started = performance.now();
    correlationIds([], 'request id'.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
