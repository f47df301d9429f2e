import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checks } from '../src/checks/registry/index.ts';
import type { RegisteredCheck } from '../src/checks/registry/run.ts';
import { everythingIn, settledSnapshotOf } from './helpers/analyse.ts';
import { conclusionOf, reportsOf } from './helpers/case-findings.ts';
import { checkPage, indexPage } from './helpers/check-pages.ts';
import { expectFresh } from './helpers/fresh-page.ts';
import { type HttpCase, readCases } from './helpers/http-cases.ts';

const ROOT = join(import.meta.dirname, '..');
const casePath = ({ stage, id }: RegisteredCheck): string =>
  join(ROOT, 'test/checks', stage, `${id}.http`);
const sourceOf = ({ stage, id }: RegisteredCheck): string =>
  readFileSync(join(ROOT, 'src/checks', stage, `${id}.ts`), 'utf8');

/** The cases of a check. A separate test reports errors in its file. */
function casesOf(check: RegisteredCheck): { cases: readonly HttpCase[]; damage: unknown } {
  const path = casePath(check);
  try {
    const cases = existsSync(path) ? readCases(readFileSync(path, 'utf8')) : [];
    return { cases, damage: null };
  } catch (damage) {
    return { cases: [], damage };
  }
}

const known = new Set(checks.map(({ id }) => id));
const names = checks.flatMap(({ id, aliases = [] }) => [id, ...aliases]);

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('has a complete description', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(check.stage).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(check.title.length).toBeLessThanOrEqual(80);
    expect(check.title).toMatch(/^[A-Za-z`0-9].*[^.]$/);
    expect(check.why.length).toBeGreaterThanOrEqual(20);
    expect(check.fix.length).toBeGreaterThanOrEqual(20);
    for (const { label, url } of check.specs) {
      expect(label).not.toBe('');
      expect(url).toMatch(/^https:\/\//);
    }
    if (check.specs.length === 0) expect(sourceOf(check)).toContain('no specification');
    for (const explained of check.explains ?? []) expect(known).toContain(explained);
    expect(check.explains ?? []).not.toContain(id);
    for (const alias of check.aliases ?? [])
      expect(names.filter((one) => one === alias)).toHaveLength(1);
  });

  const { cases, damage } = casesOf(check);

  it('has cases of each verdict that it can give', () => {
    expect(damage).toBeNull();
    const verdicts = cases.map(({ verdict }) => verdict);
    expect(verdicts).toContain('reports');
    expect(verdicts).toContain('passes');
    if (sourceOf(check).includes('cannotTell(')) expect(verdicts).toContain('cannot tell');
  });

  it('has a case with the severity and the owner of its page', () => {
    const reports = cases.flatMap((one) => one.reports);
    expect(reports.map((report) => report.split(/ (?:at|in|on) /)[0])).toContain(
      `${check.severity} for the ${check.owner}`,
    );
  });

  it.each(cases.map((one) => [one.verdict, one.title, one] as const))(
    '%s: %s',
    async (verdict, _, one) => {
      const snapshot = await settledSnapshotOf(one.exchanges);
      expect(reportsOf(snapshot, check)).toEqual(one.reports);
      expect(one.reports.length > 0, 'states a report').toBe(verdict === 'reports');
      expectConclusion(one, conclusionOf(snapshot, check));
      const { findings, unclear } = everythingIn(snapshot);
      expect(findings.filter((finding) => finding.check === 'internal-error')).toEqual([]);
      if (verdict === 'cannot tell') expect(unclear.map((entry) => entry.check)).toContain(id);
    },
  );

  it('has a fresh page', () => {
    expectFresh(`docs/checks/${check.stage}/${id}.md`, checkPage(check, cases));
  });
});

describe('the folder of checks', () => {
  it('has no id twice', () => {
    const ids = checks.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has no case file without its check', () => {
    const expected = new Set(checks.map(casePath));
    const files = listFiles(join(ROOT, 'test/checks')).filter((file) => file.endsWith('.http'));
    expect(files.filter((file) => !expected.has(file))).toEqual([]);
  });

  it('has an index, and no page without its check', () => {
    expectFresh('docs/checks/README.md', indexPage(checks));
    const expected = new Set(checks.map(({ stage, id }) => `${stage}/${id}.md`));
    const pages = readdirSync(join(ROOT, 'docs/checks'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        readdirSync(join(ROOT, 'docs/checks', name)).map((page) => `${name}/${page}`),
      );
    expect(pages.filter((page) => !expected.has(page))).toEqual([]);
  });
});

/**
 * A case states how its flow ends if the flow fails because of this check. Other cases may state
 * it.
 */
function expectConclusion(
  { concludes }: HttpCase,
  conclusion: ReturnType<typeof conclusionOf>,
): void {
  if (concludes !== null) expect(conclusion?.text.slice(0, concludes.length)).toBe(concludes);
  else expect(conclusion?.isFailureByCheck ? `# concludes ${conclusion.text}` : null).toBeNull();
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}
