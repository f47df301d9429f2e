import { expect, it } from 'vitest';

const { table } = (await import(new URL('../../scripts/lib/table.mjs', import.meta.url).href)) as {
  table: (head: readonly string[], rows: readonly (readonly string[])[]) => string;
};

it('columns are as wide as their widest cell', () => {
  expect(
    table(
      ['', 'left'],
      [
        ['raw HAR', '29 of 29'],
        ['ours', '0 of 29'],
      ],
    ),
  ).toBe('         left\nraw HAR  29 of 29\nours     0 of 29');
});
