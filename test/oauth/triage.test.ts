import { describe, expect, it } from 'vitest';
import { createTriage } from '../../src/oauth/triage.ts';
import { exchange } from '../helpers/exchanges.ts';

const page = (path: string, status = 200) =>
  exchange(0, {
    url: `https://app.example.com${path}`,
    destination: 'document',
    mode: 'navigate',
    status,
    answer: { 'content-type': 'text/html' },
    answerBody: '<p>Invalid credentials',
  });

describe('the body of a page', () => {
  it.each([
    ['/login?error', 200, true],
    ['/login?error&lang=en', 200, true],
    ['/auth/error?error=Configuration', 200, true],
    ['/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj', 200, true],
    ['/home', 500, true],
    ['/home', 200, false],
    ['/login?errors', 200, false],
    ['/error', 200, false],
  ])('%s, answered %i, is asked for: %s', (path, status, wanted) => {
    expect(createTriage().wantsBody(page(path, status))).toBe(wanted);
  });

  it('is asked for at an origin where people log in', () => {
    const triage = createTriage();
    expect(triage.wantsBody(page('/home'))).toBe(false);
    triage.relevance(page('/authorize?client_id=s6BhdRkqt3&response_type=code'));
    expect(triage.wantsBody(page('/home'))).toBe(true);
  });
});
