import { expect, it } from 'vitest';
import playwright from '../../../src/har/dialects/playwright.ts';
import { convert, entry } from '../entries.ts';

it('writes status -1 and the failure text of any browser, and names the frame', () => {
  const value = entry({
    _frameref: 'frame@1',
    response: { status: -1, _failureText: 'NS_ERROR_UNKNOWN_HOST' },
  });
  expect(convert(value, playwright)).toMatchObject({
    response: null,
    failure: { reason: 'dns' },
    frame: 'frame@1',
  });
});

it('keeps bodies in files of their own', () => {
  const body = (postData: object) =>
    convert(entry({ request: { method: 'POST', postData } }), playwright).request.body;
  expect(body({ text: '', _file: 'a.json' })).toEqual({ unknown: 'stripped' });
  expect(body({ text: '', _sha1: 'a' })).toEqual({ unknown: 'stripped' });
  expect(body({ text: '' })).toEqual({ text: '' });
});

it('has provisional headers until the request is on the wire', () => {
  const headers = [{ name: 'Referer', value: 'https://app.example.com/' }];
  expect(convert(entry({ request: { headers } }), playwright).request.headersComplete).toBe(false);
  expect(convert(entry({}), playwright).request.headersComplete).toBe(true);
});
