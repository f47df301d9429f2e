import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { describe, expect, it } from 'vitest';
import { checkParts, firstPart, secondPart } from '../scripts/lib/check-parts.ts';
import { checks } from '../src/checks/index.ts';

const ROOT = join(import.meta.dirname, '..');

/** A part as the object that it exports, its imports being out of reach. */
function read(code: string): Record<string, unknown> {
  const body = code.replace(/^import .*$/gm, '').replace('export default', 'return');
  const names = ['defineCheck', 'rfc', 'oidc'];
  const link = (...where: readonly unknown[]) => where.join(' ');
  return new Function(...names, body)((check: unknown) => check, link, link);
}

const CODE = `import { defineCheck, rfc } from '../check.ts';
export default defineCheck({
  title: 'Title',
  why: 'Why ’ it matters',
  fix: 'Fix',
  specs: [rfc(6749, '4.1')],
  subject: SUBJECT,
  *check() { yield { observed: 'seen' }; },
});
`;
const about = (subject: string) => CODE.replace('SUBJECT', subject);

describe('the first part of a check', () => {
  it('runs without what only people read', () => {
    const part = read(firstPart(about("'interaction'"), 'a.ts'));
    expect(part).toMatchObject({ title: 'Title', why: '', fix: '', specs: [] });
    expect(part.check).toBeTypeOf('function');
  });

  it.each(["'userinfo-request'", "['token-request', 'userinfo-request']"])(
    'has no logic for %s',
    (subject) => {
      const part = read(firstPart(about(subject), 'a.ts'));
      expect(part).toMatchObject({ later: true });
      expect(part).not.toHaveProperty('check');
    },
  );

  it.each(["['api-call', 'interaction']", 'REQUESTS'])('keeps its logic for %s', (subject) => {
    expect(firstPart(about(subject), 'a.ts')).toContain('*check');
  });

  it('cannot be cut out of something else', () => {
    expect(() => firstPart('export default 1', 'src/checks/a/b.ts')).toThrow('src/checks/a/b.ts');
  });
});

describe('the second part', () => {
  it('is what the first lacks', () => {
    const part = read(secondPart(about("'flow'"), 'a.ts'));
    expect(part).toEqual({ why: 'Why ’ it matters', fix: 'Fix', specs: ['6749 4.1'] });
    expect(read(secondPart(about("'api-call'"), 'a.ts')).check).toBeTypeOf('function');
  });
});

describe.each(checks.map(({ stage, id }) => [`${stage}/${id}.ts`] as const))('%s', (path) => {
  it('is cut in two by the build', async () => {
    const file = join(ROOT, 'src/checks', path);
    const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
    const first = firstPart(code, file);
    const second = secondPart(code, file);
    for (const name of ['why', 'fix', 'specs']) expect(second).toContain(`${name}:`);
    expect(first).toMatch(/\bwhy: ''/);
    expect(first.includes('later: true')).toBe(/\*check\(|\bcheck\b.*=>/.test(second));
  });
});

it('touches nothing but checks', () => {
  const { transform } = checkParts();
  if (typeof transform !== 'function') throw new Error('a function was expected');
  expect(transform.call({} as never, 'let a', '/x/src/checks/check.ts')).toBeNull();
  expect(transform.call({} as never, 'let a', '/x/src/flow/flow.ts')).toBeNull();
});
