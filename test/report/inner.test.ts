import { expect, test } from 'vitest';
import { jsonReport } from '../../src/report/json.ts';
import { textReport } from '../../src/report/text.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { login, page, redirect, requestUrl, responseUrl } from '../traffic/sketch.ts';

const AS = 'https://as.example.com';
const outer = {
  authorize: `${AS}/authorize`,
  callback: 'https://app.example.com/cb',
  client: 'app',
  seed: 'o',
};
const inner = {
  authorize: 'https://upstream.example.org/authorize',
  callback: `${AS}/cb`,
  client: 'broker',
  seed: 'i',
};
const CROSS = { headers: { 'sec-fetch-site': 'cross-site' } };

const recording = [
  redirect(0, requestUrl(outer), requestUrl(inner)),
  redirect(0.4, requestUrl(inner), responseUrl(inner)),
  redirect(0.8, responseUrl(inner), responseUrl(outer), CROSS),
  page(1, responseUrl(outer), CROSS),
  ...login({
    ...outer,
    authorize: 'https://other.example.net/authorize',
    client: 'third',
    seed: 't',
    at: 0.1,
  }),
];

test('a login inside another one is told right after it, whatever else ran in between', () => {
  const report = textReport(snapshotOf(recording));
  const lines = report.ok ? report.text.split('\n').filter((line) => / · client /.test(line)) : [];
  expect(lines.map((line) => /client (\S+)/.exec(line)?.[1])).toEqual(['app', 'broker', 'third']);
  expect(lines.map((line) => line.endsWith('· inside another login'))).toEqual([
    false,
    true,
    false,
  ]);
});

test('the JSON says what it rests on and how', () => {
  const report = jsonReport(snapshotOf(recording), []);
  const { flows } = JSON.parse(report.ok ? report.text : '{}');
  const app = flows.find(({ client }: { client: string }) => client === 'app');
  expect(
    flows.map(({ client, parent, relation }: Record<string, string>) => [client, parent, relation]),
  ).toEqual([
    ['app', null, null],
    ['third', null, null],
    ['broker', app.id, 'inside'],
  ]);
});
