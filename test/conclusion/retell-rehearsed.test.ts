import { describe, expect, it } from 'vitest';
import { readHar } from '../../src/har/read-har.ts';
import { writeHar } from '../../src/har/write-har.ts';
import type { Exchange, Rehearsed } from '../../src/http/exchange.ts';
import { redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { seeded } from '../corpus/random.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { recordingOf } from '../helpers/parity.ts';
import { APP, AS, spa } from '../traffic/clients.ts';
import { call, form, login, valuesOf } from '../traffic/sketch.ts';

const rehearsal: Rehearsed = {
  fault: 'refresh-refused',
  title: 'The refresh token is refused',
  armedAt: 1_767_225_600_000,
  hitAt: 1_767_225_660_000,
  name: 'refresh_token',
  before: 'rt-7Hq2Zk81hsQpLr29Vw7xTTbq',
  after: 'rehearsed',
};

const sketch = { ...spa, tokens: { refresh_token: 'rt-7Hq2Zk81hsQpLr29Vw7xTTbq' } };

const refusal = (rehearsed?: Rehearsed): Exchange => ({
  ...call(60, APP, `${AS}/token`, {
    method: 'POST',
    body: form({
      grant_type: 'refresh_token',
      refresh_token: 'rehearsed',
      client_id: valuesOf(sketch).client,
    }),
    status: 400,
    answerBody: { error: 'invalid_grant' },
  }),
  ...(rehearsed ? { rehearsed } : {}),
});

/** A callback whose state was changed on its way. */
const otherState = (rehearsed?: Rehearsed): readonly Exchange[] =>
  login(spa)
    .filter(({ request }) => request.url !== `${AS}/token`)
    .map((one) => {
      if (!one.request.url.startsWith(spa.callback)) return one;
      const url = new URL(one.request.url);
      url.searchParams.set('state', 'rehearsed');
      const changed = { ...one, request: { ...one.request, url: url.href } };
      return rehearsed ? { ...changed, rehearsed } : changed;
    });

const only = (exchanges: readonly Exchange[]) => {
  const { flows } = snapshotOf(exchanges);
  expect(flows).toHaveLength(1);
  const [analysed] = flows;
  if (!analysed) throw new Error('there is no flow');
  return analysed;
};

describe('a fault that the user switched on', () => {
  it('is told with the words of its finding, and is no failure and nobody’s to mend', () => {
    const before = only(otherState());
    expect(before.verdict.sign).toBe('bad');
    const { verdict, findings } = only(
      otherState({ ...rehearsal, title: 'Another state comes back' }),
    );
    expect(verdict).toMatchObject({
      sign: 'rehearsed',
      headline: 'You switched this on: Another state comes back.',
      cause: { check: 'state-mismatch', owner: 'rehearsal', severity: 'info' },
    });
    expect(verdict.detail).toContain(before.verdict.headline);
    expect(verdict.cause?.observed).toMatch(/^You switched this on: .*The request sent/);
    expect(findings).toContain(verdict.cause);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('does not hide what was wrong before it', () => {
    const without = { ...spa, request: { state: undefined } };
    const exchanges = login(without).map((one, index, all) =>
      index === all.length - 1 ? { ...one, rehearsed: rehearsal } : one,
    );
    const plain = only(login(without));
    const told = only(exchanges);
    const early = (findings: typeof plain.findings) =>
      findings
        .filter(({ message }) => message === 0)
        .map(({ check, severity }) => [check, severity]);
    expect(early(plain.findings)).not.toEqual([]);
    expect(early(told.findings)).toEqual(early(plain.findings));
  });

  it('is said of an attempt that worked all the same', () => {
    const { verdict } = only([...login(sketch), refusal(rehearsal)]);
    expect(verdict.sign).not.toBe('bad');
    expect(verdict.text).toContain('You switched this on: The refresh token is refused.');
  });

  it('travels in a HAR, and its value is replaced there', async () => {
    const exchanges = [...login(sketch), refusal(rehearsal)];
    const random = seeded(3);
    const redacted = await redactRecording(recordingOf(exchanges), DEFAULT_REDACTION, {
      random: (limit) => random.below(limit),
    });
    const text = writeHar(redacted.recording, { version: '1.0.0' });
    expect(text).not.toContain('rt-7Hq2');
    const read = readHar(text, { file: 'shared.har', source: 0 });
    if (!read.ok) throw new Error(read.message);
    const rehearsed = read.exchanges.at(-1)?.rehearsed;
    expect(rehearsed).toMatchObject({ fault: 'refresh-refused', title: rehearsal.title });
    expect(rehearsed?.before).not.toBeNull();
    const { flows } = snapshotOf(read.exchanges);
    expect(flows.map(({ verdict }) => verdict.sign)).not.toContain('bad');
  });
});
