import { expect, it } from 'vitest';
import insomnia from '../../../src/har/dialects/insomnia.ts';
import { readHar } from '../../../src/har/read-har.ts';
import { convert, entry } from '../entries.ts';
import { harOf } from '../files.ts';

it('gets its query back, and the headers of its separate cookies', () => {
  const cookies = [{ name: 'sid', value: 'a' }, { name: 'seen', value: '1' }, 7];
  const set = { path: '/', expires: '2026-01-02T03:04:05Z', httpOnly: true, secure: true };
  const exchange = convert(
    entry({
      request: {
        cookies,
        headers: [],
        queryString: [{ name: 'state', value: 'a b' }],
        // Insomnia writes one for every request.
        postData: { mimeType: '', text: '' },
      },
      response: { cookies: [{ name: 'sid', value: 'b', sameSite: 'Lax', ...set }] },
    }),
    insomnia,
  );
  expect(exchange.request.url).toBe('https://as.example.com/authorize?state=a%20b');
  expect(exchange.request.headers).toEqual([{ name: 'Cookie', value: 'sid=a; seen=1' }]);
  expect(exchange.request.body).toBeNull();
  expect(exchange.response?.headers).toEqual([
    {
      name: 'Set-Cookie',
      value: 'sid=b; Path=/; Expires=Fri, 02 Jan 2026 03:04:05 GMT; HttpOnly; Secure; SameSite=Lax',
    },
  ]);
});

it('starts at the Date of the response in any form of RFC 9110, or at the export', () => {
  const dates = [
    'Fri, 02 Jan 2026 03:04:10 GMT',
    'Fri, 02 Jan 2026 03:04:10 GMT',
    'Friday, 02-Jan-26 03:04:11 GMT',
    'Fri Jan  2 03:04:12 2026',
    '2026-01-02T03:04:13Z',
  ];
  const entries = dates.map((value) =>
    entry({
      startedDateTime: '2026-01-09T00:00:00Z',
      response: { headers: [{ name: 'date', value }] },
    }),
  );
  const creator = { name: 'Insomnia REST Client', version: 'insomnia.desktop.app:v9.3.2' };
  const result = readHar(JSON.stringify(harOf(entries, creator)), { file: 'a.har', source: 0 });
  expect(result).toMatchObject({ ok: true, recorder: 'Insomnia 9.3.2' });
  const starts = result.ok ? result.exchanges.map(({ startedAt }) => startedAt) : [];
  const second = Date.UTC(2026, 0, 2, 3, 4, 10);
  const exported = Date.UTC(2026, 0, 9);
  expect(starts).toEqual([second, second + 1, second + 1_000, second + 2_000, exported]);
});
