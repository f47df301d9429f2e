import { expect, it } from 'vitest';
import charles from '../../../src/har/dialects/charles.ts';
import { UNKNOWN_PROGRAM } from '../../../src/har/unknown-program.ts';
import { convert, entry } from '../entries.ts';

it('writes null status texts and reports exceptions', () => {
  const ending = (_charlesStatus: string) =>
    convert(entry({ response: { statusText: null, _charlesStatus } }), charles);
  expect(ending('EXCEPTION')).toMatchObject({
    response: { status: 200, statusText: '' },
    failure: { reason: 'unknown', text: 'EXCEPTION' },
  });
  expect(ending('COMPLETE').failure).toBeNull();
});

it('answers with a page of its own in place of a server that it does not reach', () => {
  const text =
    '<html><head><title>Charles Error Report</title></head><body><h1>Name lookup failed for remote host</h1><p>Charles failed to resolve the name: <b>as.example.com</b></p></body></html>';
  const response = { status: 503, content: { size: text.length, text } };
  expect(convert(entry({ response }), charles)).toMatchObject({
    response: null,
    failure: { reason: 'dns', text: expect.stringMatching(/^Name lookup failed for remote host/) },
  });
});

it('writes base64 without saying so: the size does', () => {
  const body = (text: string, bodySize: number, dialect = charles) => {
    const request = { method: 'POST', bodySize, postData: { text } };
    return convert(entry({ request }), dialect).request.body;
  };
  expect(body('eyJhIjoxfQ==', 7)).toEqual({ text: '{"a":1}' });
  expect(body('eyJhIjoxfQ==', 12)).toEqual({ text: 'eyJhIjoxfQ==' });
  expect(body('grant_type=a', 7)).toEqual({ text: 'grant_type=a' });
  expect(body('eyJhIjoxfQ==', 7, UNKNOWN_PROGRAM)).toEqual({ text: 'eyJhIjoxfQ==' });
});
