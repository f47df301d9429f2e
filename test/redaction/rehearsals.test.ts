import { expect, it } from 'vitest';
import type { Recording } from '../../src/http/recording.ts';
import type { RehearsalHit } from '../../src/http/rehearsal-note.ts';
import { redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { readBack, recordingOf, written } from '../har/round-trip.ts';
import { login } from '../helpers/exchanges.ts';

const hit = (name: string, before: string, query = ''): RehearsalHit => ({
  at: 1_767_225_605_000,
  method: 'POST',
  url: `https://as.example.com/token${query}`,
  name,
  before,
  after: 'rehearsed',
});

/** None of them is in an exchange. */
const SECRETS = {
  refresh_token: 'q7Lm2vXc9RtY4wPzK8bN',
  authorization: 'h3Jd6sFg1QaZ5xCvB7nM',
  state: 'u8Iy2oPl4KjH6gFdS1aQ',
  code: 'e5Rt9yUi3OpA7sDfG2hJ',
};

const RECORDING: Recording = {
  ...recordingOf(login()),
  rehearsals: [
    {
      id: '1 1',
      fault: 'refresh-refused',
      title: 'The refresh token is refused',
      armedAt: 1_767_225_604_500,
      endedAt: 1_767_225_606_000,
      ended: 'used',
      hits: [
        ...Object.entries(SECRETS).map(([name, value]) => hit(name, value)),
        hit('nonce', 'w1Qe4rTy8UiO2pAsD6fG', '?code=z6Xc3vBn9MlK5jHgF1dS'),
      ],
    },
  ],
};

it('values before a fault are in no redacted journal, and stand-ins are in their places', async () => {
  const { recording } = await redactRecording(RECORDING, DEFAULT_REDACTION);
  const text = written(recording);
  for (const value of [...Object.values(SECRETS), 'w1Qe4rTy8UiO2pAsD6fG', 'z6Xc3vBn9MlK5jHgF1dS'])
    expect(text).not.toContain(value);
  const [journal] = recording.rehearsals ?? [];
  expect(journal?.hits.map(({ name }) => name)).toEqual([...Object.keys(SECRETS), 'nonce']);
  for (const { before } of journal?.hits ?? []) expect(before).toBeTruthy();
});

it('the journal of a HAR is read as it was written', () => {
  const { rehearsals } = readBack(written(RECORDING));
  expect(rehearsals).toEqual(RECORDING.rehearsals);
});
