import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { matcherOf, type SearchQuery } from '../../src/search/search-query.ts';
import { type Hit, hitString, search } from '../../src/search/search-recording.ts';
import { exchange, login, OTHER_VERIFIER } from '../panels/recording.ts';

function flowsOf(exchanges: readonly Exchange[]) {
  const analysis = createAnalysis();
  for (const one of exchanges) analysis.add(one);
  return analysis.snapshot().flows;
}

type Flows = ReturnType<typeof flowsOf>;

function hitsFor(
  query: Partial<SearchQuery>,
  recording: readonly Exchange[] | { readonly flows: Flows },
): readonly Hit[] {
  const matcher = matcherOf({ text: '', matchCase: false, regex: false, ...query });
  if ('refused' in matcher) throw new Error(matcher.refused);
  const flows = 'flows' in recording ? recording.flows : flowsOf(recording);
  return [...search(flows, matcher)].flatMap(({ hits }) => hits);
}

const places = (hits: readonly Hit[]) =>
  hits.map(({ step, text: { place, name } }) =>
    [step, place, name].filter((x) => x !== '').join(' '),
  );

const base64url = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const jwt = (claims: object) => `${base64url({ alg: 'RS256' })}.${base64url(claims)}.c2lnbmF0dXJl`;

/** The response of the token request with other members. */
function withTokens(members: object, text = JSON.stringify(members)): readonly Exchange[] {
  return login().map((one) =>
    one.request.method === 'POST' && one.response
      ? { ...one, response: { ...one.response, body: { text } } }
      : one,
  );
}

describe('the search', () => {
  it('finds decoded parameters and what was sent', () => {
    expect(places(hitsFor({ text: 'profile api' }, login()))).toContain('0 parameter scope');
    expect(places(hitsFor({ text: 'profile+api' }, login()))).toContain('0 parameter scope');
    expect(places(hitsFor({ text: 'example.com/callback' }, login()))).toContain(
      '0 parameter redirect_uri',
    );
  });

  it('finds names, and names with their values', () => {
    expect(places(hitsFor({ text: 'code_verifier' }, login()))).toContain(
      '2 parameter code_verifier',
    );
    expect(places(hitsFor({ text: 'grant_type=authorization_code' }, login()))).toEqual([
      '2 parameter grant_type',
    ]);
    expect(places(hitsFor({ text: 'cache-control: no-store' }, login()))).toEqual([
      '2 response header Cache-Control',
    ]);
  });

  it('finds the claims of tokens', () => {
    const id_token = jwt({ sub: 'person-4711', realm_access: { roles: ['cargo:read'] } });
    const recording = withTokens({ access_token: 'at-1234567890', token_type: 'Bearer', id_token });
    expect(places(hitsFor({ text: 'person-4711' }, recording))).toEqual(['2 token sub']);
    expect(places(hitsFor({ text: 'cargo:read' }, recording))).toEqual(['2 token realm_access']);
  });

  it('finds what a state holds in base64', () => {
    const state = base64url({ returnTo: '/orders/77' });
    const hits = hitsFor({ text: '/orders/77' }, login({ state }));
    expect(places(hits)).toContain('0 parameter state');
  });

  it('finds JSON values with escapes once, and bodies as they were sent', () => {
    const text =
      '{"access_token":"at-1234567890","token_type":"Bearer","note":"f\\u00fcr \\"alle\\""}';
    expect(places(hitsFor({ text: 'für "alle"' }, withTokens({}, text)))).toEqual([
      '2 response body note',
    ]);
    expect(places(hitsFor({ text: '"note":"f' }, withTokens({}, text)))).toEqual([
      '2 response body',
    ]);
  });

  it('finds the user and password of Basic authentication', () => {
    const recording = exchange({
      id: 'b1',
      at: 0,
      method: 'POST',
      url: 'https://as.example.com/token',
      headers: { Authorization: `Basic ${btoa('shop:of-sand')}` },
      body: 'grant_type=client_credentials',
    });
    expect(places(hitsFor({ text: 'shop:of' }, [recording]))).toEqual([
      '0 request header Authorization',
    ]);
  });

  it('finds the words of conclusions and findings', () => {
    const hits = hitsFor(
      { text: 'code_challenge' },
      login({ refused: true, verifier: OTHER_VERIFIER }),
    );
    expect(new Set(hits.map(({ text }) => text.place))).toContain('finding');
    expect(new Set(hits.map(({ text }) => text.place))).toContain('conclusion');
  });

  it('ignores case unless told otherwise, and reads expressions when told to', () => {
    expect(hitsFor({ text: 'PROFILE API' }, login())).not.toEqual([]);
    expect(hitsFor({ text: 'PROFILE API', matchCase: true }, login())).toEqual([]);
    expect(hitsFor({ text: 'prof[a-z]+ a', regex: true }, login())).not.toEqual([]);
    expect(hitsFor({ text: 'prof[a-z]+ a' }, login())).toEqual([]);
    expect(hitsFor({ text: 'x*', regex: true }, login()).every((hit) => hit.end > hit.start)).toBe(
      true,
    );
  });

  it('says why an expression cannot be read', () => {
    const query = { text: '(', matchCase: false, regex: true };
    expect(matcherOf(query)).toEqual({ refused: expect.stringContaining('Unterminated group') });
    expect(matcherOf({ ...query, text: 'a'.repeat(2_000) })).toHaveProperty('refused');
  });

  it('finds what stands across the parts of a long body', () => {
    const text = `${'x'.repeat(249_998)}needle${'y'.repeat(300_000)}needle`;
    const hits = hitsFor({ text: 'needle' }, withTokens({}, text));
    expect(hits.map(({ start }) => start)).toEqual([249_998, 550_004]);
  });

  it('stops at a number of hits that nobody reads', () => {
    const hits = hitsFor({ text: 'e' }, withTokens({}, 'e'.repeat(20_000)));
    expect(hits.length).toBe(5_000);
  });

  it('works in parts that are short, so that the panel can rest between them', () => {
    const matcher = matcherOf({ text: 'zzz', matchCase: false, regex: false });
    if ('refused' in matcher) throw new Error(matcher.refused);
    const parts = [...search(flowsOf(withTokens({}, 'y'.repeat(2_000_000))), matcher)];
    expect(parts.length).toBeGreaterThan(8);
    expect(parts.at(-1)?.done).toBe(3);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom('\ud83d', '\0', 'a', 'İ', 'ß', '%', '+', '"', '\\'),
    minLength: 1,
  }),
  fc.string({ minLength: 1, maxLength: 40 }),
);

describe('each search', () => {
  it('gives hits that have the text at their place', () => {
    const recorded = login({ refused: true, verifier: OTHER_VERIFIER });
    const flows = flowsOf(recorded);
    const parts = recorded.flatMap(({ request, response }) => [
      request.url,
      response && 'text' in response.body ? response.body.text : '',
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom(...parts.filter((part) => part.length > 3)),
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (source, at, length, matchCase) => {
          const text = source.slice(at % source.length, (at % source.length) + length);
          for (const hit of hitsFor({ text, matchCase }, { flows })) {
            const found = hitString(hit).slice(hit.start, hit.end);
            const same = matchCase ? found === text : found.toLowerCase() === text.toLowerCase();
            expect(same).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('finds a planted value in any place, whatever its characters', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('body', 'header', 'json', 'parameter'),
        (text, place) => {
          const value = `<${text}>`;
          const plain = exchange({
            id: 'p1',
            at: 20_000,
            method: 'POST',
            url: 'https://as.example.com/token',
            headers: place === 'header' ? { 'X-Note': value } : {},
            body: new URLSearchParams({
              grant_type: 'client_credentials',
              ...(place === 'parameter' ? { note: value } : {}),
            }).toString(),
            text:
              place === 'body' ? value : JSON.stringify({ note: place === 'json' ? value : '' }),
          });
          // A form cannot hold half a surrogate pair.
          const sought =
            place === 'parameter'
              ? new TextDecoder().decode(new TextEncoder().encode(value))
              : value;
          expect(hitsFor({ text: sought, matchCase: true }, [plain])).not.toEqual([]);
          expect(hitsFor({ text: sought }, [plain])).not.toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});
