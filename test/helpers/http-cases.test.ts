import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
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

describe('a case of a check', () => {
  const [one] = readCases(`### reports error for the client at claim exp: x
# and info for the user on the flow
# concludes failed: ID token
GET https://a.test/
`);

  it('states each report and the conclusion', () => {
    expect(one).toMatchObject({
      verdict: 'reports',
      title: 'x',
      reports: ['error for the client at claim exp', 'info for the user on the flow'],
      concludes: 'failed: ID token',
    });
  });
});

describe('a case that starts from a given', () => {
  const exchangesOf = (lines: string): readonly Exchange[] =>
    readCases(`### passes: x\n${lines}`)[0]?.exchanges ?? [];
  const last = (lines: string): Exchange => {
    const exchange = exchangesOf(lines).at(-1);
    if (!exchange) throw new Error('There is no exchange.');
    return exchange;
  };
  const form = (lines: string): URLSearchParams => {
    const { body } = last(lines).request;
    return new URLSearchParams(body && 'text' in body ? body.text : '');
  };
  const answer = (lines: string): { readonly id_token: string } & Record<string, unknown> => {
    const body = last(lines).response?.body;
    return JSON.parse(body && 'text' in body ? body.text : '');
  };

  it('has its exchanges, and others before and after', () => {
    const urls = exchangesOf(
      'GET https://a.test/\n\n# given a code login\n\nGET https://b.test/',
    ).map(({ request }) => new URL(request.url).pathname);
    expect(urls).toEqual(['/', '/authorize', '/token', '/']);
  });

  it('changes parameters of a form, a URL and a redirect', () => {
    const lines = '# given a code exchange\nparameter code: a b\nwithout parameter client_id';
    expect(form(lines).get('code')).toBe('a b');
    expect(form(lines).has('client_id')).toBe(false);
    const { request, response } = last(
      '# given an authorization\nparameter scope: a\n< parameter code: {{s256 abc}}',
    );
    expect(new URL(request.url).searchParams.get('scope')).toBe('a');
    expect(headerValue(response?.headers ?? [], 'location')).toContain(
      'code=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0&',
    );
  });

  it('changes headers, the URL and what directives say', () => {
    const { request, failure, startedAt } = last(
      '# given a code exchange\n# at +9s\n# failure aborted\nurl https://b.test/\nwithout header Origin\nheader DPoP: x\n< without response',
    );
    expect(request.url).toBe('https://b.test/');
    expect(headerValue(request.headers, 'origin')).toBeNull();
    expect(headerValue(request.headers, 'dpop')).toBe('x');
    expect(failure?.reason).toBe('aborted');
    expect(startedAt).toBe(CASE_START + 9_000);
  });

  it('changes the status, the body, its members and its token', () => {
    const lines =
      '# given a code exchange\n< status 203 Odd\n< claim exp: "-60"\n< without claim nonce\n< jose alg: "none"\n< member scope: "a"';
    expect(last(lines).response).toMatchObject({ status: 203, statusText: 'Odd' });
    expect(answer(lines)).toMatchObject({ scope: 'a', expires_in: 3600 });
    const token = jwtOf(answer(lines).id_token);
    expect(token?.claims).toMatchObject({ exp: CASE_START / 1_000 - 60, iss: expect.any(String) });
    expect(token?.claims).not.toHaveProperty('nonce');
    expect(token?.header).toEqual({ alg: 'none', kid: 'k1' });
    const refused = last('# given a code exchange\n< body {"error":"x"}').response?.body;
    expect(refused).toEqual({ text: '{"error":"x"}' });
  });

  it.each([
    '# given nothing like it',
    '# given a code exchange\nparameters code: x',
    '# given a code exchange\nwithout parameter code: x',
    '# given a code exchange\nparameter code',
    '# given a code exchange\nwithout header DPoP',
    '# given a code exchange\n< claim exp: 1h',
  ])('refuses what it does not understand and what changes nothing: %j', (lines) =>
    expect(() => exchangesOf(lines)).toThrow(),
  );
});
