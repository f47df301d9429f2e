import { afterEach, describe, expect, it } from 'vitest';
import { loadSettings } from '../../../panels/oauth/model/settings.ts';

afterEach(() => localStorage.clear());

const save = (name: string, text: string) => localStorage.setItem(`grantscope.${name}`, text);

describe('a saved setting', () => {
  it('is restored', () => {
    save('filter', '"error"');
    save('hiddenChecks', '["state-missing"]');
    save('listWidth', '30.5');
    const { filter, hiddenChecks, listWidth } = loadSettings();
    expect([filter.value, hiddenChecks.value, listWidth.value]).toEqual([
      'error',
      ['state-missing'],
      30.5,
    ]);
  });

  it.each([
    ['filter', '7'],
    ['hiddenChecks', '["state-missing", 7]'],
    ['hiddenChecks', '{}'],
    ['listWidth', '120'],
    ['messageHeight', '"half"'],
    ['messageHeight', '{"cut'],
  ] as const)('has its default when %s was saved as %s', (name, text) => {
    save(name, text);
    const setting = loadSettings()[name];
    expect(setting.value).toEqual(setting.fallback);
  });
});
