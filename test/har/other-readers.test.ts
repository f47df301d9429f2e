import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { exchange } from '../helpers/exchanges.ts';
import { anyRecording } from './any-recording.ts';
import { Har } from './har-schema.ts';
import { readText, recordingOf, written } from './round-trip.ts';

function parsed(text: string) {
  return v.parse(Har, JSON.parse(text)).log;
}

describe('what Grantscope writes is HAR 1.2', () => {
  it('for every capture, in the order of time, with pages that exist', () => {
    for (const { path } of captures) {
      const { entries, pages } = parsed(written(recordingOf(exchangesOf(path))));
      const ids = new Set(pages.map(({ id }) => id));
      for (const { pageref } of entries)
        expect(pageref === undefined || ids.has(pageref)).toBe(true);
    }
  }, 60_000);

  it('whatever was recorded', () => {
    fc.assert(
      fc.property(anyRecording, (recording) => {
        for (const { timings, time } of parsed(written(recording)).entries) {
          expect(timings.send + timings.wait + timings.receive).toBe(time);
        }
      }),
    );
  });
});

it('a body of bytes is base64, and a text is not', () => {
  const bytes = exchange(1, { url: 'https://a.test/', body: '\0\u00e9', answerBody: 'é' });
  const [entry] = parsed(written(recordingOf([bytes]))).entries;
  expect(entry?.request.postData).toMatchObject({ text: 'AOk=', _encoding: 'base64' });
  expect(entry?.request.bodySize).toBe(2);
  expect(entry?.response.content).toMatchObject({ text: 'é', size: 2 });
});

it('a lost status and a failure are status 0', () => {
  const recording = recordingOf([
    { ...exchange(1, { url: 'https://a.test/1', status: null }), failure: DNS },
    exchange(2, { url: 'https://a.test/2' }),
  ]);
  const [failed, worked] = parsed(written(recording)).entries;
  expect(failed?.response).toMatchObject({ status: 0, _error: 'net::ERR_NAME_NOT_RESOLVED' });
  expect(worked?.response).toMatchObject({ status: 200 });
  expect(worked?.response).not.toHaveProperty('_error');
});

const DNS = { reason: 'dns', text: 'net::ERR_NAME_NOT_RESOLVED' } as const;

/** The file as a program without knowledge of `_grantscope` keeps it. */
function asOfAnother(text: string): string {
  const har = JSON.parse(text, (name, value) => (name === '_grantscope' ? undefined : value));
  har.log.creator = { name: 'Other', version: '1' };
  return JSON.stringify(har);
}

function diagnosisOf(path: string, another: boolean) {
  const exchanges = exchangesOf(path);
  const read = another
    ? readText(asOfAnother(written(recordingOf(exchanges)))).exchanges
    : exchanges;
  return snapshotOf(read).flows.map(({ flow, verdict, outcome }) => ({
    grant: flow.grant,
    client: flow.client,
    messages: flow.messages.map(({ kind }) => kind),
    outcome,
    sign: verdict.sign,
    cause: verdict.cause?.check ?? null,
  }));
}

it('a reader that ignores `_grantscope` has the same flows and verdicts', () => {
  const other = captures
    .filter(({ path }) => !path.includes('backchannel'))
    .filter(
      ({ path }) =>
        JSON.stringify(diagnosisOf(path, true)) !== JSON.stringify(diagnosisOf(path, false)),
    );
  expect(other.map(({ path }) => path)).toEqual([]);
}, 120_000);
