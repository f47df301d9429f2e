import { describe, expect, it } from 'vitest';
import { TabFamily } from '../../../src/extension/background/tab-family.ts';

const [TAB, POPUP, POPUP_OF_POPUP, OTHER] = [1, 2, 3, 4];
const APP = 'https://client.example.com';

function watching(...tabs: readonly number[]): TabFamily {
  const family = new TabFamily();
  for (const tab of tabs) family.watch(tab);
  return family;
}

describe('the family of a tab', () => {
  it('is the tab and the windows that it opened, directly or through others', () => {
    const family = watching(TAB);
    family.opened(TAB, POPUP);
    family.opened(POPUP, POPUP_OF_POPUP);
    family.opened(OTHER, 5);
    const tabs = [TAB, POPUP, POPUP_OF_POPUP, OTHER, 5];
    expect(tabs.map((tab) => family.rootsOf(tab))).toEqual([[TAB], [TAB], [TAB], [], []]);
  });

  it('ends when its DevTools are closed', () => {
    const family = watching(TAB);
    family.opened(TAB, POPUP);
    family.shows(TAB, APP);
    family.unwatch(TAB);
    expect(family.watched).toEqual([]);
    expect([family.rootsOf(POPUP), family.rootsOfOrigin(APP)]).toEqual([[], []]);
  });

  it('shares a popup whose own DevTools are open', () => {
    const family = watching(TAB, POPUP);
    family.opened(TAB, POPUP);
    expect(family.rootsOf(POPUP)).toEqual([POPUP, TAB]);
    family.unwatch(POPUP);
    expect(family.rootsOf(POPUP)).toEqual([TAB]);
  });

  it('owns the workers of the origins that it has shown', () => {
    const family = watching(TAB);
    expect(family.shows(TAB, APP)).toBe(true);
    expect(family.shows(TAB, APP)).toBe(false);
    family.shows(OTHER, 'https://other.example.com');
    expect(family.rootsOfOrigin(APP)).toEqual([TAB]);
    expect(family.rootsOfOrigin('https://other.example.com')).toEqual([]);
    expect(family.rootsOfOrigin(null)).toEqual([]);
  });

  it('is the same after a stop of the background', () => {
    const family = watching(TAB);
    family.opened(TAB, POPUP);
    family.shows(POPUP, APP);
    const woken = new TabFamily(JSON.parse(JSON.stringify(family.state)));
    expect(woken.state).toEqual(family.state);
    expect(woken.rootsOf(POPUP)).toEqual([TAB]);
    expect(woken.rootsOfOrigin(APP)).toEqual([TAB]);
  });
});
