import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import asHtml from '../../../src/report/formats/html.ts';
import { sharedReport, written } from '../../helpers/shared-report.ts';
import { toolLogin } from '../../helpers/tool-login.ts';
import { unexpectedHtml } from '../../hostile/live-html.ts';
import { cleanLogin, failingLogin, SECRETS, snapshotOf } from '../flows.ts';

/** The text of a page, without its elements. */
function words(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('the page of a login that failed', async () => {
  const page = await sharedReport(asHtml, failingLogin());
  const text = words(page);

  test('has the verdict first, then owner, confidence and fix', () => {
    expect(page).toMatch(/<title>✖ code_verifier does not match code_challenge/);
    expect(text).toMatch(
      /✖ code_verifier does not match code_challenge.* Owner the client Confidence certain \(calculated\) Fix \S/,
    );
  });

  test('has the findings under their steps', () => {
    const steps = page.split('<li class="step">').map(words);
    expect(steps).toHaveLength(4);
    expect(steps[3]).toMatch(/token request .*400 invalid_grant .*✖ code_verifier does not match/);
    expect(steps[3]).toContain('Consequence: ');
    expect(steps[2]).not.toContain('✖');
  });

  test('draws each message between its participants', () => {
    expect(page.match(/class="arrow [^"]*"/g)).toEqual([
      'class="arrow from-0 to-2 right"',
      'class="arrow from-1 to-2 left"',
      'class="arrow from-1 to-2 right bad"',
    ]);
  });

  test('explains the parameters and the placeholders, and has no secret', () => {
    for (const secret of Object.values(SECRETS)) expect(page).not.toContain(secret);
    expect(text).toContain('code_verifier ‹code-verifier-1› proves who started the login (PKCE)');
    expect(page).toContain('<span class="value" title="state, 15 characters">‹state-1›</span>');
    expect(text).toMatch(/Placeholders .*‹state-1› state .* 15 /);
    expect(text).toMatch(/‹person-1› person .* not told/);
  });
});

test('a page has its own style and nothing else', () => {
  const page = written(asHtml, snapshotOf(failingLogin()));
  expect(unexpectedHtml(page)).toEqual([]);
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  expect(style).not.toMatch(/url\(|@import|expression/);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
  expect(policy).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`);
  expect(policy).not.toMatch(/unsafe|script-src|\*|https?:/);
});

test('a link leads to a specification without saying from where', () => {
  const page = written(asHtml, snapshotOf(failingLogin()));
  const outside = page.match(/<a href="https:[^>]*>/g) ?? [];
  expect(outside.length).toBeGreaterThan(0);
  for (const link of outside) expect(link).toMatch(/rel="noreferrer">$/);
});

test('one message is shown with the number of its step', () => {
  const snapshot = snapshotOf(failingLogin());
  const flowId = snapshot.flows[0]?.flow.id ?? '';
  const page = written(asHtml, snapshot, { messageOf: { flowId, index: 2 } });
  expect(page.match(/<li class="step">/g)).toHaveLength(1);
  expect(words(page)).toContain('3 Client to Authorization server: Client → AS token request');
});

test('several flows have a list of links to each of them', () => {
  const page = written(asHtml, snapshotOf(cleanLogin('first'), toolLogin({ aud: 'me' })));
  const anchors = [...page.matchAll(/<article id="([^"]*)"/g)].map(([, id]) => `#${id}`);
  expect(anchors.length).toBeGreaterThan(1);
  const nav = /<nav[\s\S]*<\/nav>/.exec(page)?.[0] ?? '';
  expect([...nav.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(anchors);
});

test('an empty recording has a plain message', () => {
  expect(words(written(asHtml, snapshotOf()))).toContain('No OAuth flow was found');
});
