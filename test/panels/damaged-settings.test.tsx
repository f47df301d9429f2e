import { cleanup } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { loadSettings } from '../../panels/oauth/model/settings.ts';
import { damagedJson } from '../damage/damage.ts';
import { login } from '../helpers/exchanges.ts';
import { openPanel } from './panel.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** All settings as somebody may have set them. */
const SET = {
  filter: 'error status:400',
  flowSort: 'newestFirst',
  recentFiles: ['a.har', 'b.har'],
  hiddenChecks: ['state-missing'],
  listWidth: 30.5,
  messageHeight: 40,
  shareFormat: 'html',
  shareReplaces: { personal: true, hosts: true, tenants: false, times: 'relative' },
  times: 'utc',
  theme: 'dark',
  tourAnswered: true,
  rehearse: true,
  copyTarget: 'curl-bash',
};

/** The stored text of each setting, where damage has left a setting of that name. */
const stored = fc.oneof(
  damagedJson(SET).map((text): Record<string, string> => {
    try {
      return Object.fromEntries(
        Object.entries(JSON.parse(text) as object).map(([name, value]) => [
          name,
          JSON.stringify(value) ?? 'undefined',
        ]),
      );
    } catch {
      return Object.fromEntries(Object.keys(SET).map((name) => [name, text]));
    }
  }),
  fc.dictionary(fc.constantFrom(...Object.keys(SET)), fc.string()),
);

it('names every setting', () => {
  expect(Object.keys(loadSettings()).sort()).toEqual(Object.keys(SET).sort());
});

it('a panel with damaged settings shows its recording', () => {
  const property = fc.property(stored, (texts) => {
    const { container } = openPanel(login(), texts);
    // The flow stands in the list, or the list says that the stored filter hides it.
    expect(container.textContent).toMatch(/The login worked|filter/);
    expect(container.textContent).toContain('Preserve log');
  });
  fc.assert(property, { numRuns: 500 });
}, 120_000);
