import { describe, expect, it } from 'vitest';
import { headerValue } from '../../src/http/headers.ts';
import { jwtOf } from '../../src/oauth/values/jwt.ts';
import { CASE_START, readCases } from './http-cases.ts';

const FILE = `### reports: a redirect and a call

GET https://server.example.com/authorize?client_id=c
< 302 Found
< Location: https://client.example.com/cb?code=x

# at +3s
# withheld
# duration 5ms
POST https://server.example.com/token
Origin: https://client.example.com
Content-Type: application/x-www-form-urlencoded

grant_type=authorization_code&code=x
< 200
< Date: {{date +600s}}
<
< {"id_token": "{{jwt {"iss": "https://a.test", "exp": "+3600"} {"alg": "none"}}}"}

### cannot tell: one whose body is lost
# response body unknown page-left
# destination iframe
GET https://server.example.com/authorize?code_challenge={{s256 abc}}
< 200
`;

describe('the reader of case files', () => {
  const [first, second] = readCases(FILE);

  it('reads verdicts and titles', () => {
    expect(first?.verdict).toBe('reports');
    expect(second?.verdict).toBe('cannot tell');
    expect(second?.title).toBe('one whose body is lost');
  });

  it('reads requests, responses and what directives say of them', () => {
    const [page, call] = first?.exchanges ?? [];
    expect(page).toMatchObject({ destination: 'document', mode: 'navigate', delivered: null });
    expect(page?.response).toMatchObject({ status: 302, statusText: 'Found', body: { text: '' } });
    expect(call).toMatchObject({
      destination: 'empty',
      mode: 'cors',
      delivered: false,
      duration: 5,
    });
    expect(call?.startedAt).toBe(CASE_START + 3_000);
    expect(call?.failure).toEqual({ reason: 'blocked', text: null });
    expect(call?.request.body).toEqual({ text: 'grant_type=authorization_code&code=x' });
  });

  it('fills in dates, tokens and challenges', () => {
    const [, call] = first?.exchanges ?? [];
    const headers = call?.response?.headers ?? [];
    expect(headerValue(headers, 'date')).toBe('Thu, 01 Jan 2026 00:10:03 GMT');
    const body = call?.response?.body;
    const json = JSON.parse(body && 'text' in body ? body.text : '');
    expect(jwtOf(json.id_token)).toMatchObject({
      header: { alg: 'none' },
      claims: { iss: 'https://a.test', exp: CASE_START / 1_000 + 3_603 },
    });
    const [lost] = second?.exchanges ?? [];
    expect(lost?.response?.body).toEqual({ unknown: 'page-left' });
    expect(lost?.destination).toBe('iframe');
    expect(lost?.request.url).toContain('=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });

  it.each([
    '### maybe: what',
    '### reports: x\n# speed fast\nGET https://a.test/',
    '### reports: x\nfoo',
  ])('refuses what it does not understand: %j', (text) => expect(() => readCases(text)).toThrow());
});
