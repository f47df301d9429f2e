import { describe, expect, it } from 'vitest';
import { CodeCopies } from '../../src/correlation/code-copies.ts';
import { exchange } from '../helpers/exchanges.ts';

const CODE = 'SplxlOBeZQQYbYS6WxSbIA';

const copy = (at: number, id: string, code = CODE) =>
  exchange(at, {
    id,
    url: `https://cdn.example.net/${id}.js`,
    headers: { referer: `https://client.example.org/cb?code=${code}&state=1` },
  });

describe('the copies of codes', () => {
  it('are in time order, whatever the order of arrival', () => {
    const copies = new CodeCopies(() => {});
    for (const one of [copy(3, 'c'), copy(1, 'a'), copy(2, 'b')]) copies.add(one);
    expect(copies.of(CODE).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(copies.of('another')).toEqual([]);
  });

  it('are forgotten with their exchange', () => {
    const changed: string[] = [];
    const copies = new CodeCopies((code) => changed.push(code));
    copies.add(copy(1, 'a'));
    copies.remove('a');
    copies.remove('a');
    expect(copies.of(CODE)).toEqual([]);
    expect(changed).toEqual([CODE, CODE]);
  });

  it('are not kept without a limit', () => {
    const copies = new CodeCopies(() => {});
    for (let index = 0; index < 200; index += 1) copies.add(copy(index, `of-one-${index}`));
    for (let index = 0; index < 2_000; index += 1)
      copies.add(copy(index, `of-many-${index}`, `code-number-${index}`));
    expect(copies.of(CODE)).toHaveLength(50);
    expect(copies.of('code-number-1999')).toEqual([]);
  });
});
