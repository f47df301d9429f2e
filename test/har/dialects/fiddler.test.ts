import { expect, it } from 'vitest';
import fiddler from '../../../src/har/dialects/fiddler.ts';
import { convert, entry } from '../entries.ts';

const answered = (status: number, statusText: string, text: string) =>
  convert(
    entry({ response: { status, statusText, content: { size: text.length, text } } }),
    fiddler,
  );

it('answers in place of a server that it does not reach', () => {
  const text =
    "[Fiddler] The connection to 'as.example.com' failed. <br />Error: TimedOut (0x274c). <br />A connection attempt failed because the connected party did not properly respond";
  expect(answered(502, 'Fiddler - Connection Failed', text)).toMatchObject({
    response: null,
    failure: {
      text: expect.stringMatching(
        /^Fiddler - Connection Failed\. The connection to 'as\.exa[^<]*$/,
      ),
    },
  });
  const cut = '[Fiddler] ReadResponse() failed: The server did not return a complete response.';
  expect(answered(504, 'Fiddler - Receive Failure', cut)).toMatchObject({
    response: null,
    failure: { reason: 'connection-reset' },
  });
});

it('passes on what a server answers', () => {
  expect(answered(502, 'Bad Gateway', '<html>')).toMatchObject({
    response: { status: 502 },
    failure: null,
  });
});
