import { expect, it } from 'vitest';
import httpToolkit from '../../../src/har/dialects/http-toolkit.ts';
import { convert, entry } from '../entries.ts';

it.each([
  ['too large', { _requestBodyStatus: 'discarded:too-large' }, { unknown: 'too-large' }],
  ['binary', { _content: { text: 'Zm9v', encoding: 'base64' } }, { text: 'foo' }],
  ['not there', {}, null],
])('keeps a request body elsewhere: %s', (_, request, body) => {
  const value = entry({ request: { method: 'POST', bodySize: 0, ...request } });
  expect(convert(value, httpToolkit).request.body).toEqual(body);
});

it('says in a comment that a response body was too large', () => {
  const content = {
    size: 9,
    comment: 'Body discarded during HAR export: longer than limit of 500kB',
  };
  expect(convert(entry({ response: { content } }), httpToolkit).response?.body).toEqual({
    unknown: 'too-large',
  });
});

it('marks what the client aborted', () => {
  const value = entry({ _wasAborted: true, response: { status: 0 } });
  expect(convert(value, httpToolkit)).toMatchObject({
    response: null,
    failure: { reason: 'aborted', text: null },
  });
});
