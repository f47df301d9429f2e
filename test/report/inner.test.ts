import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/analysis/analysis.ts';
import { readHar } from '../../src/har/read-har.ts';
import asJson from '../../src/report/formats/json.ts';
import asMarkdown from '../../src/report/formats/markdown.ts';
import asText from '../../src/report/formats/text.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { written } from '../helpers/shared-report.ts';
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

test('a login inside another one comes right after it, even with others in between', () => {
  const report = written(asText, snapshotOf(recording));
  const lines = report.split('\n').filter((line) => / · client /.test(line));
  expect(lines.map((line) => /client (\S+)/.exec(line)?.[1])).toEqual(['app', 'broker', 'third']);
  expect(lines.map((line) => line.endsWith('· inside another login'))).toEqual([
    false,
    true,
    false,
  ]);
});

function pictures(snapshot: Snapshot): readonly (readonly string[])[] {
  const text = written(asMarkdown, snapshot);
  return [...text.matchAll(/^```mermaid\n([^`]*)```$/gm)].map(([, lines]) =>
    (lines ?? '').trim().split('\n'),
  );
}

test('a login inside another one is in the same diagram, at its place', () => {
  const [picture, ...others] = pictures(snapshotOf(recording));
  expect(others).toHaveLength(1);
  expect(picture).toEqual([
    'sequenceDiagram',
    'participant U as User agent',
    'participant C as Client',
    'participant A as Authorization server as.example.com',
    'participant A2 as Authorization server upstream.example.org',
    'U->>A: 1 authorization request',
    'A-->>U: 302',
    'Note over A,A2: login inside this one, client broker',
    'U->>A2: 1.1 authorization request',
    'A2-->>U: 302',
    'A2->>A: 1.2 authorization response',
    'A->>C: 2 authorization response',
  ]);
});

test('a report on one login includes those inside it', () => {
  const snapshot = snapshotOf(recording);
  const app = snapshot.flows.find(({ flow }) => flow.client === 'app')?.flow.id ?? '';
  const report = written(asMarkdown, snapshot, { flowIds: [app] });
  const clients = [...report.matchAll(/client `(\w+)`/g)];
  expect(clients.map(([, client]) => client)).toEqual(['app', 'broker']);
});

test('the chain of cross-app access is one diagram across its two servers', () => {
  const file = new URL('../captures/chromium/cross-app.har', import.meta.url);
  const har = readHar(readFileSync(file, 'utf8'), { file: 'cross-app.har', source: 0 });
  const [picture, ...others] = pictures(snapshotOf(har.ok ? har.exchanges : []));
  expect(others).toEqual([]);
  const chain = picture?.slice(picture.findIndex((line) => line.startsWith('Note')));
  expect(chain?.filter((line) => !line.includes('-->>'))).toEqual([
    'Note over C,A: continues with token exchange, client playground-cross-app',
    'C->>A: 8.1 token request',
    'Note over C,A2: continues with JWT bearer, client playground-cross-app',
    'C->>A2: 8.1.1 metadata request',
    'C->>A2: 8.1.2 token request',
    'C->>R: 8.1.3 API call',
  ]);
});

test('the JSON names the parent and the relation', () => {
  const { flows } = JSON.parse(written(asJson, snapshotOf(recording)));
  const app = flows.find(({ client }: { client: string }) => client === 'app');
  expect(
    flows.map(({ client, parent, relation }: Record<string, string>) => [client, parent, relation]),
  ).toEqual([
    ['app', null, null],
    ['third', null, null],
    ['broker', app.id, 'inside'],
  ]);
});
