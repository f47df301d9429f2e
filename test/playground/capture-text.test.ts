import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { captureText, type RecordedHar } from '../../playground/capture-text.ts';
import { readHar } from '../../src/har/read-har.ts';

const DIALECTS = new URL('../har/dialects/', import.meta.url);
const CAPTURES = new URL('../captures/', import.meta.url);

/** What the analysis reads in a HAR file. */
function exchangesIn(text: string) {
  const har = readHar(text, { file: 'one.har', source: 0 });
  if (!har.ok) throw new Error(har.message);
  return har.exchanges;
}

function textsIn(folder: URL): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.har'))
    .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
}

const parse = (text: string) => JSON.parse(text) as RecordedHar;

describe('the text of a capture', () => {
  it.each(textsIn(DIALECTS))('keeps of %s what the analysis reads', (_, text) => {
    expect(exchangesIn(captureText(parse(text)))).toEqual(exchangesIn(text));
  });

  it('keeps the page that a script of Chromium sent a request from', () => {
    const callFrames = [
      { url: '' },
      { url: 'https://app.example/a.js' },
      { url: 'https://b.test/' },
    ];
    const entry = {
      _initiator: { type: 'script', stack: { callFrames, parent: { callFrames } } },
      request: { method: 'GET', url: 'https://server.example/token', headers: [] },
      response: { status: 200, headers: [], content: {} },
    };
    const text = captureText({ log: { entries: [entry] } });
    expect(text).not.toContain('b.test');
    expect(exchangesIn(text)[0]?.initiator).toBe('https://app.example/a.js');
  });

  it('has one entry a line', () => {
    const har = parse(readFileSync(new URL('chrome.har', DIALECTS), 'utf8'));
    const [opening = '', ...rest] = captureText(har).split('\n');
    expect(rest.splice(-2)).toEqual([']}}', '']);
    expect(JSON.parse(`${opening}]}}`).log.creator.name).toBe('WebInspector');
    const urls = rest.map((line) => JSON.parse(line.replace(/,$/, '')).request.url);
    expect(urls).toEqual(
      har.log.entries.map((entry) => (entry as { request: { url: string } }).request.url),
    );
  });
});

describe('the captures', () => {
  const captures = textsIn(CAPTURES);

  it.each(captures)('%s is in the form that the recorder writes', (_, text) => {
    expect(captureText(parse(text)) === text).toBe(true);
  });

  it('are at most 30,000 lines', () => {
    const lines = captures.map(([, text]) => text.split('\n').length - 1);
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(30_000);
  });
});
