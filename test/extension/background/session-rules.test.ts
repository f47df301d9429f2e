import { describe, expect, it } from 'vitest';
import { ruleRefusal, sessionRules } from '../../../src/extension/background/session-rules.ts';
import { CHROMIUM } from '../../../src/extension/browsers/chromium.ts';
import { FIREFOX } from '../../../src/extension/browsers/firefox.ts';
import type { RuleDeed } from '../../../src/rehearsal/rule-plan.ts';

const AS = 'https://as.example.com';
const cookie: RuleDeed = { kind: 'drop-request-header', name: 'cookie' };
const prompt: RuleDeed = { kind: 'set-query', name: 'prompt', value: 'none', adds: true };

const planOf = (deeds: readonly RuleDeed[], url = `${AS}/authorize`) => ({
  sites: [AS],
  requests: { url, types: ['sub_frame'] as const, preflights: false },
  deeds,
});

describe('the rules of a plan', () => {
  it('are for one tab and one URL, and not for preflights', () => {
    expect(sessionRules(planOf([cookie]), 7, CHROMIUM)).toEqual([
      {
        id: 7_300_000,
        priority: 20,
        condition: {
          urlFilter: `|${AS}/authorize^`,
          isUrlFilterCaseSensitive: true,
          resourceTypes: ['sub_frame'],
          excludedRequestMethods: ['options'],
          tabIds: [7],
        },
        action: {
          type: 'modifyHeaders',
          requestHeaders: [{ header: 'cookie', operation: 'remove' }],
        },
      },
    ]);
  });

  it('have ids of their own that no other rule has', () => {
    const ids = (taken: number[]) =>
      sessionRules(planOf([cookie, prompt]), 7, FIREFOX, new Set(taken))?.map(({ id }) => id);
    expect(ids([7_300_001])).toEqual([7_300_000, 7_300_002, 7_300_003]);
  });

  it('let a header be changed behind a redirect, where the redirect would hide that', () => {
    const kinds = (behaviour: typeof FIREFOX) =>
      sessionRules(planOf([prompt, cookie]), 7, behaviour)?.map(({ priority, action }) => [
        priority,
        action.type,
      ]);
    expect(kinds(CHROMIUM)).toEqual([
      [10, 'redirect'],
      [20, 'modifyHeaders'],
    ]);
    expect(kinds(FIREFOX)).toEqual([
      [10, 'redirect'],
      [15, 'allow'],
      [20, 'modifyHeaders'],
    ]);
  });

  it('lead a page that is offline nowhere, and take nothing of the login there', () => {
    const [rule] = sessionRules(planOf([{ kind: 'offline' }]), 7, FIREFOX) ?? [];
    expect(rule?.action.redirect?.transform).toMatchObject({
      host: 'rehearsed.invalid',
      path: '/',
      query: '',
    });
    expect(sessionRules(planOf([{ kind: 'offline' }]), 7, CHROMIUM)?.[0]?.action.type).toBe(
      'block',
    );
  });

  it.each<[string, Parameters<typeof sessionRules>[0], number]>([
    ['without a tab', planOf([cookie]), -1],
    ['of a broken tab', planOf([cookie]), Number.NaN],
    ['without a URL', planOf([cookie], ''), 7],
    ['of any site', planOf([cookie], 'https://other.example.com/authorize'), 7],
    ['of a pattern', planOf([cookie], `${AS}/*`), 7],
    ['of every site', { ...planOf([cookie]), sites: ['*'] }, 7],
    ['without deeds', planOf([]), 7],
    [
      'that send a value of the recording',
      planOf([{ kind: 'set-authorization', value: 'Bearer at-1' }]),
      7,
    ],
    [
      'that lead the browser elsewhere',
      planOf([
        { kind: 'set-query', name: 'redirect_uri', value: 'https://evil.test/', adds: false },
      ]),
      7,
    ],
  ])('are refused %s', (_, plan, tab) => {
    expect(sessionRules(plan, tab, CHROMIUM)).toBeNull();
  });
});

describe('a rule', () => {
  const [safe] = sessionRules(planOf([prompt]), 7, CHROMIUM) ?? [];
  if (!safe) throw new Error('there is no rule');

  it('is given to the browser when it is for one tab and one URL', () => {
    expect(ruleRefusal(safe, 7)).toBeNull();
  });

  const { tabIds: _tab, ...noTab } = safe.condition;
  const { urlFilter: _url, ...noUrl } = safe.condition;
  it.each<[string, typeof safe]>([
    ['no tab', { ...safe, condition: noTab }],
    ['another tab', { ...safe, condition: { ...safe.condition, tabIds: [8] } }],
    ['two tabs', { ...safe, condition: { ...safe.condition, tabIds: [7, 8] } }],
    ['no URL', { ...safe, condition: noUrl }],
    ['a URL of any host', { ...safe, condition: { ...safe.condition, urlFilter: '*' } }],
    ['a part of a URL', { ...safe, condition: { ...safe.condition, urlFilter: 'token' } }],
    ['an id of others', { ...safe, id: 5 }],
    [
      'another host',
      { ...safe, action: { type: 'redirect', redirect: { url: 'https://evil.test/' } } },
    ],
    [
      'another host by a transform',
      { ...safe, action: { type: 'redirect', redirect: { transform: { host: 'evil.test' } } } },
    ],
    ['another scheme', { ...safe, action: { type: 'upgradeScheme' } }],
  ])('is refused with %s', (_, rule) => {
    expect(ruleRefusal(rule, 7)).not.toBeNull();
  });
});
