import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOREIGN_FORMATS } from '../../src/har/known-foreign.ts';
import { readHarStream } from '../../src/har/read-har-stream.ts';
import { expectFresh } from '../helpers/fresh-page.ts';
import { table, withPart } from './dialect-table.ts';
import { pieces } from './encoded.ts';
import { zipOf } from './zipped.ts';

const REPORT = { schema: 1, sources: [{ file: 'a.har' }], flows: [], gaps: [] };
const bytes = (...numbers: readonly number[]) => Buffer.from(numbers);

/** Beginnings of such files, by the format's file name. Objects are written as JSON. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  'burp-xml': [
    '<?xml version="1.0"?>\n<!DOCTYPE items [\n<!ELEMENT items (item*)>\n]>\n<items burpVersion="2026.1" exportTime="">\n  <item>',
  ],
  'charles-archive': [zipOf({ '0-meta.json': '{}', '0-req.txt': 'GET', '0-res.txt': '{}' })],
  'charles-json': [
    [{ status: 'COMPLETE', tunnel: false, keptAlive: true, request: { sizes: {} }, response: {} }],
  ],
  'charles-session': [
    Buffer.concat([bytes(0xac, 0xed, 0, 5), Buffer.from('sr\0com.xk72.charles.model')]),
  ],
  'charles-xml': [
    '<?xml version="1.0" ?>\n<?charles serialization-version=\'2.0\' ?>\n<charles-session>',
  ],
  'curl-commands': [
    "curl 'https://as.example.com/token' \\\n  -X POST",
    '# all\ncurl -v http://localhost/',
  ],
  'curl-output': [
    '* Trying 192.0.2.1:443...\n* Connected\n> GET /userinfo HTTP/1.1\n> Host: as.example.com\n>\n< HTTP/1.1 401\n',
  ],
  database: [Buffer.from('SQLite format 3\0\u0010\0\u0001')],
  'devtools-recording': [{ title: 'login', steps: [{ type: 'setViewport' }] }],
  'fiddler-archive': [zipOf({ '_index.htm': '', 'raw/001_c.txt': 'GET', 'raw/001_s.txt': 'HTTP' })],
  'firefox-profile': [
    { meta: { interval: 1, startTime: 1, product: 'Firefox' }, libs: [], threads: [] },
  ],
  'grantscope-newer-report': [{ ...REPORT, schema: 9 }],
  'grantscope-report': [REPORT, { ...REPORT, flows: [{ verdict: { text: 'a'.repeat(200_000) } }] }],
  'har-in-yaml': [
    'log:\n  _recordingName: login\n  creator:\n    name: Polly.JS\n  entries:\n    - _id: abc',
    "---\nlog:\n  version: '1.2'\n",
  ],
  'http-messages': [
    'GET /authorize?client_id=a HTTP/1.1\r\nHost: as.example.com\r\n',
    'HTTP/2 200\r\n',
  ],
  'insomnia-export': [
    { _type: 'export', __export_format: 4, __export_source: 'insomnia.desktop.app', resources: [] },
    'type: collection.insomnia.rest/5.0\nname: login\n',
  ],
  'jmeter-plan': ['<?xml version="1.0" encoding="UTF-8"?>\n<jmeterTestPlan version="1.2">'],
  mhtml: ['From: <Saved by Blink>\nSnapshot-Content-Location: https://app.example.com/\n'],
  'mitmproxy-flows': [Buffer.from('1461:9:websocket;0:~8:response;846:6:reason;')],
  netlog: [{ constants: { logEventTypes: { CANCELLED: 0 } }, events: [{ phase: 1 }] }],
  'nock-recording': [
    [
      {
        scope: 'https://as.example.com:443',
        method: 'POST',
        path: '/token',
        status: 200,
        response: {},
      },
    ],
  ],
  openapi: [{ openapi: '3.1.0' }, { swagger: '2.0' }, 'openapi: 3.1.0\ninfo:\n'],
  'packet-capture': [
    bytes(0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0),
    bytes(0xa1, 0xb2, 0xc3, 0xd4, 0, 2, 0, 4),
    bytes(0x4d, 0x3c, 0xb2, 0xa1, 2, 0, 4, 0),
    bytes(0x0a, 0x0d, 0x0d, 0x0a, 0x1c, 0, 0, 0, 0x4d, 0x3c, 0x2b, 0x1a, 1, 0),
  ],
  'performance-trace': [
    { traceEvents: [{ ph: 'M', pid: 1, ts: 0 }], metadata: {} },
    [{ args: {}, ph: 'M', pid: 1, ts: 0 }],
  ],
  'postman-collection': [
    {
      info: {
        _postman_id: 'a',
        schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
      },
      item: [
        {
          name: 'token',
          request: { method: 'POST', url: { raw: 'https://as.example.com/token' } },
        },
      ],
    },
  ],
  'postman-environment': [
    { id: 'a', name: 'dev', values: [], _postman_variable_scope: 'environment' },
  ],
  'postman-run': [
    { collection: {}, run: { stats: {} } },
    { results: [], startedAt: '', totalPass: 0 },
  ],
  'python-literal': [
    "{'log': {'version': '1.2', 'entries': [{'request': None}]}}",
    "[{'request': {}}]",
  ],
  'saml-tracer': [
    {
      requests: [{ method: 'GET', url: 'https://as.example.com/', requestHeaders: [], get: [] }],
      timestamp: '2026-01-01T00:00:00.000Z',
    },
  ],
  'vcr-cassette': [
    '---\nhttp_interactions:\n- request:\n    method: post\n',
    'interactions:\n- request:\n    body: null\n',
    { version: 1, interactions: [{ request: {}, response: {} }] },
  ],
  warc: ['WARC/1.0\r\nWARC-Type: warcinfo\r\n', 'WARC/1.1\r\n'],
  'web-inspector-recording': [{ version: 1, recording: { records: [] }, overview: {} }],
  'webdriver-log': [
    [
      {
        level: 'INFO',
        message: '{"message":{"method":"Network.requestWillBeSent"}}',
        timestamp: 1,
      },
    ],
    { method: 'Network.requestWillBeSent', params: {} },
  ],
  'wireshark-json': [[{ _index: 'packets-2026-01-01', _type: 'doc', _source: { layers: {} } }]],
};

function bytesOf(sample: unknown): Uint8Array {
  if (sample instanceof Uint8Array) return sample;
  return Buffer.from(typeof sample === 'string' ? sample : JSON.stringify(sample));
}

async function refusalOf(sample: unknown): Promise<string> {
  const result = await readHarStream(pieces(bytesOf(sample), 1_000), { file: 'a.har', source: 0 });
  if (result.ok) throw new Error('it was read');
  return result.message;
}

describe.each([...FOREIGN_FORMATS])('a file in the format %s', (id, { name, advice }) => {
  const samples = SAMPLES[id] ?? [];

  it('is refused by name, with what to do', async () => {
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      expect(await refusalOf(sample)).toBe(`a.har is not a HAR: it is ${name}. ${advice}`);
    }
  });
});

it('docs/har.md has a row for each format', () => {
  const rows = [...FOREIGN_FORMATS.values()]
    .map(({ name, advice }) => [name.replace(/^an? |^the /, ''), advice.replaceAll('|', '\\|')])
    .sort(([a = ''], [b = '']) => a.localeCompare(b, 'en'));
  const page = readFileSync(new URL('../../docs/har.md', import.meta.url), 'utf8');
  expectFresh('docs/har.md', withPart(page, 'refused', table(['format', 'what to do'], rows)));
});
