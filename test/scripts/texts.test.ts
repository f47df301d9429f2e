import { expect, it } from 'vitest';

type Moved = { readonly script: string; readonly texts: string } | null;
const { withoutTexts } = (await import(
  new URL('../../scripts/lib/texts.mjs', import.meta.url).href
)) as { withoutTexts: (code: string, file: string) => Moved };

const LONG = 'A sentence that explains something to a reader. '.repeat(500);

/** Evaluates a script as a module. */
async function run(script: string): Promise<Record<string, unknown>> {
  const url = `data:text/javascript,${encodeURIComponent(script)}`;
  return { ...((await import(/* @vite-ignore */ url)) as object) };
}

/** What the script does with its texts in a file of their own. */
async function runWithoutTexts(code: string): Promise<Record<string, unknown>> {
  const moved = withoutTexts(code, 'x.json');
  if (!moved) throw new Error('nothing was moved');
  const load = 'const __t=(await import("./x.json",{with:{type:"json"}})).default;';
  expect(moved.script).toContain(load);
  return run(moved.script.replace(load, () => `const __t=${moved.texts};`));
}

const code = `
const define = (one) => one;
const word = (value) => { switch (value) { case\`first value of all\`: return\`the answer to it\`; default: return typeof\`another text\`; } };
export const table = { 'a key of a table': 1, plain: 'a text of a table', [\`a computed \${'key'} here\`]: true };
export const nested = define({ title: 'A title of a check', list: ['one of a list', 'two of a list'], on: !0, off: !1, none: null, count: 3, inner: { why: ${JSON.stringify(LONG)} }, check: (a) => \`It has \${a} and \${\`again \${a} inside\`}.\` });
export const said = nested.check('this') + word('first value of all') + word(0);
export const mixed = { ...{ title: 'the first title' }, title: 'the second title', done() { return 'a method of it'; }, last: 'the last of all' };
export const ended = mixed.done();
const fresh = () => ['a list of its own'];
fresh().push('and more of it');
export const own = fresh().length;
export const regular = /a pattern with words/.test('a pattern with words');
`;

it('a script without its texts does the same', async () => {
  const plain = (values: Record<string, unknown>): string => JSON.stringify(values);
  expect(plain(await runWithoutTexts(code))).toBe(plain(await run(code)));
});

it('its sentences are in the file alone', () => {
  const moved = withoutTexts(code, 'x.json');
  expect(moved?.script).not.toContain('A sentence that explains');
  expect(moved?.script).not.toContain('A title of a check');
  expect(moved?.texts).toContain('A sentence that explains');
  expect(moved?.texts).toContain('a text of a table');
});

it('a script with little text stays as it is', () => {
  expect(withoutTexts('export const text = "a short text alone";', 'x.json')).toBeNull();
});
