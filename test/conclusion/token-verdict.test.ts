import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { tokenVerdicts } from '../../src/conclusion/token-verdict.ts';
import { settledSnapshotOf } from '../helpers/analyse.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { readRealLife, recordingOf } from '../helpers/real-life.ts';

const REAL_LIFE = new URL('../real-life/', import.meta.url);
const files = readdirSync(REAL_LIFE, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.http'),
);

/** What a verdict says that the findings do not, and the other way round. */
function contradictions(analysed: AnalysedFlow): readonly string[] {
  return tokenVerdicts(analysed).flatMap(({ token, state, text, findings, claims }) => {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const wrong = claims.filter(
      ({ result, finding }) => finding && finding.severity !== 'info' && result === 'match',
    );
    return [
      ...(state === 'valid' && findings.some(({ severity }) => severity !== 'info')
        ? ['valid with a finding']
        : []),
      ...(state === 'not-valid' && errors.length === 0 ? ['not valid without a finding'] : []),
      ...(state !== 'not-valid' && errors.length > 0
        ? ['an error that the verdict does not say']
        : []),
      ...wrong.map(({ name }) => `${name} matches and is wrong`),
      ...(/undefined|null|\.\.$/.test(text) ? [text] : []),
    ].map((problem) => `${token.name}: ${problem}`);
  });
}

/** Errors at a claim of a token that no verdict takes up. */
function unheard({ findings, ...analysed }: AnalysedFlow): readonly string[] {
  const heard = new Set(tokenVerdicts({ findings, ...analysed }).flatMap((one) => one.findings));
  return findings
    .filter((one) => one.severity === 'error' && one.at?.part === 'claim' && !heard.has(one))
    .map(({ check }) => check);
}

describe('a verdict on a token and the findings about it', () => {
  it.each(captures.map(({ path }) => path))('agree in the capture %s', async (path) => {
    const { flows } = await settledSnapshotOf(exchangesOf(path));
    expect(flows.flatMap(contradictions)).toEqual([]);
    expect(flows.flatMap(unheard)).toEqual([]);
  });

  it.each(files)('agree in the recording %s', async (path) => {
    const { har } = readRealLife(readFileSync(new URL(path, REAL_LIFE), 'utf8'));
    const { flows } = await settledSnapshotOf(recordingOf(har).exchanges);
    expect(flows.flatMap(contradictions)).toEqual([]);
    expect(flows.flatMap(unheard)).toEqual([]);
  });
});

const clean = exchangesOf('chromium/clean.har');
const ACCESS_TOKEN =
  /"access_token":"([^"]+)"/.exec(JSON.stringify(clean).replaceAll('\\"', '"'))?.[1] ?? '';

/** The verdict on the access token of a clean login, when its text is another one. */
async function verdictOn(text: string, unused = true) {
  const other: typeof clean = JSON.parse(JSON.stringify(clean).replaceAll(ACCESS_TOKEN, text));
  const shown = unused
    ? other.filter(
        ({ request }) => !request.headers.some(({ name }) => /^authorization$/i.test(name)),
      )
    : other;
  const { flows } = await settledSnapshotOf(shown);
  const found = flows.flatMap(tokenVerdicts).find(({ token }) => token.text === text);
  return found && { state: found.state, text: found.text, view: found.token.view.kind };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token that nobody else can judge', () => {
  it('is said to be opaque', async () => {
    expect(await verdictOn('SlAV32hkKG-opaque')).toEqual({
      state: 'unknown',
      text: 'Opaque token (not a JWT). Only its issuer can read it, and it was not used in this flow.',
      view: 'opaque',
    });
  });

  it('is said to be encrypted', async () => {
    const jwe = `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a2V5.aXY.Y2lwaGVy.dGFn`;
    expect((await verdictOn(jwe))?.text).toContain('Encrypted token (JWE)');
  });

  it('is said to be damaged', async () => {
    expect((await verdictOn('eyJhbGciOiJSUzI1NiJ9.cut'))?.text).toContain('cannot be decoded');
  });

  it('is read up to its disclosures when it is an SD-JWT', async () => {
    const jwt = `${part({ alg: 'ES256' })}.${part({ iss: 'https://issuer.example.com', _sd: ['x'] })}.c2ln`;
    expect(await verdictOn(`${jwt}~WyJzYWx0Il0~`)).toMatchObject({ view: 'jwt', state: 'unknown' });
  });

  it('counts as accepted where an API took it', async () => {
    expect(await verdictOn('SlAV32hkKG-opaque', false)).toMatchObject({ state: 'valid' });
  });
});
