import { expect, test } from 'vitest';
import { redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { recordingWith } from '../helpers/shared-report.ts';
import { exchange } from './recordings.ts';

const LOGIN = 'FdNrOBCnBgroDuC6H38bJmVD7D0fd6lu8X6vRETuDb6';

test('the login in the path of a cookie is replaced as it is in the cookie and in the URL', async () => {
  const { recording } = await redactRecording(
    recordingWith([
      exchange({
        url: 'https://as.example.com/authorize?response_type=code&client_id=spa',
        status: 303,
        answer: [
          `Location: /login/${LOGIN}`,
          `Set-Cookie: _interaction=${LOGIN}; path=/login/${LOGIN}; httponly`,
        ],
      }),
      exchange({ url: `https://as.example.com/login/${LOGIN}` }),
    ]),
    DEFAULT_REDACTION,
  );
  expect(JSON.stringify(recording)).not.toContain(LOGIN);
  const cookie = recording.exchanges[0]?.response?.headers[1]?.value ?? '';
  const standIn = /^_interaction=([^;]+);/.exec(cookie)?.[1];
  expect(cookie).toBe(`_interaction=${standIn}; path=/login/${standIn}; httponly`);
  expect(recording.exchanges[1]?.request.url).toBe(`https://as.example.com/login/${standIn}`);
});
