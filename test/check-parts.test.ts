import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { describe, expect, it } from 'vitest';
import { checkParts, firstChecks, onlyProse, withoutProse } from '../scripts/lib/check-parts.ts';
import { FIRST } from '../src/checks/first.ts';
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
  subject: 'flow',
  *check() { yield { observed: 'seen' }; },
});
`;

describe('a check without its prose', () => {
  it('runs', () => {
    const part = read(withoutProse(CODE, 'a.ts'));
    expect(part).toMatchObject({ title: 'Title', subject: 'flow', why: '', fix: '', specs: [] });
    expect(part.check).toBeTypeOf('function');
  });

  it('cannot be cut out of something else', () => {
    const cut = () => withoutProse('export default 1', 'src/checks/a/b.ts');
    expect(cut).toThrow('src/checks/a/b.ts');
  });
});

it('the prose is what it lacks', () => {
  const prose = { why: 'Why ’ it matters', fix: 'Fix', specs: ['6749 4.1'] };
  expect(read(onlyProse(CODE, 'a.ts'))).toEqual(prose);
});

it('the first checks are those of the first messages', async () => {
  const first = await firstChecks(ROOT);
  for (const { stage, id, subject } of checks) {
    const needed = [subject].flat().some((one) => FIRST.has(one));
    expect([id, first.has(`${stage}/${id}.ts`)]).toEqual([id, needed]);
  }
  expect(first.size).toBeGreaterThan(10);
  expect(first.size).toBeLessThan(checks.length);
}, 30_000);

describe.each(checks.map(({ stage, id }) => [`${stage}/${id}.ts`] as const))('%s', (path) => {
  it('can be cut in two', async () => {
    const file = join(ROOT, 'src/checks', path);
    const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
    const prose = onlyProse(code, file);
    for (const name of ['why', 'fix', 'specs']) expect(prose).toContain(`${name}:`);
    expect(withoutProse(code, file)).toMatch(/\bwhy: ''/);
  });
});

it('touches nothing but checks and their index', () => {
  for (const { transform } of checkParts(ROOT)) {
    if (typeof transform !== 'function') throw new Error('a function was expected');
    expect(transform.call({} as never, 'let a', '/x/src/checks/check.ts')).toBeNull();
    expect(transform.call({} as never, 'let a', '/x/src/flow/index.ts')).toBeNull();
  }
});
