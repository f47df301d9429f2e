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

const PNG = '\x89PNG\r\n\x1A\n\0\xFF';

it('keeps the bytes of a body in base64 that is no text', () => {
  const sent = (bodySize: number, mimeType: string) => {
    const request = { method: 'POST', bodySize, postData: { text: btoa(PNG), mimeType } };
    return convert(entry({ request }), charles).request.body;
  };
  expect(sent(10, 'application/octet-stream')).toEqual({ text: PNG, binary: true });
  expect(sent(-1, 'image/png')).toEqual({ text: PNG, binary: true });
  // Without a size, nothing but such a type makes it certain.
  expect(sent(-1, 'application/octet-stream')).toEqual({ text: btoa(PNG) });
  expect(sent(-1, 'image/jpeg')).toEqual({ text: btoa(PNG) });
});

it('writes answers in base64 too', () => {
  const answer = (size: number, encoding?: string) => {
    const content = { size, mimeType: 'application/json', text: btoa('{"a":1}'), encoding };
    return convert(entry({ response: { content } }), charles).response?.body;
  };
  expect(answer(7)).toEqual({ text: '{"a":1}' });
  expect(answer(7, 'base64')).toEqual({ text: '{"a":1}' });
  expect(answer(12)).toEqual({ text: btoa('{"a":1}') });
});
