import type { LeaseBrowser } from '../../../src/extension/background/lease-browser.ts';

type Listener = (...args: never[]) => void;

/** A browser that holds rules and badges, and counts the listeners at its events. */
export function fakeLeaseBrowser({ seesRequests = true } = {}) {
  const rules = new Map<
    number,
    { readonly id: number; readonly condition: { tabIds?: number[] } }
  >();
  const badges = new Map<number, string>();
  const listeners = new Map<string, Set<Listener>>();
  const event = (name: string) => {
    const all = new Set<Listener>();
    listeners.set(name, all);
    return {
      addListener: (listener: Listener) => void all.add(listener),
      removeListener: (listener: Listener) => void all.delete(listener),
    };
  };
  const requestEvents = [
    'onBeforeRequest',
    'onBeforeSendHeaders',
    'onSendHeaders',
    'onHeadersReceived',
    'onBeforeRedirect',
    'onErrorOccurred',
  ];
  const browser = {
    declarativeNetRequest: {
      getSessionRules: async () => [...rules.values()],
      updateSessionRules: async (change: {
        removeRuleIds?: number[];
        addRules?: { id: number; condition: { tabIds?: number[] } }[];
      }) => {
        for (const id of change.removeRuleIds ?? []) rules.delete(id);
        for (const rule of change.addRules ?? []) {
          if (rules.has(rule.id)) throw new Error(`the rule ${rule.id} exists`);
          rules.set(rule.id, rule);
        }
      },
    },
    ...(seesRequests
      ? { webRequest: Object.fromEntries(requestEvents.map((name) => [name, event(name)])) }
      : {}),
    tabs: { onRemoved: event('onRemoved') },
    action: {
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
        if (text === '') badges.delete(tabId);
        else badges.set(tabId, text);
      },
      setBadgeBackgroundColor: async () => {},
      setTitle: async () => {},
    },
  };
  return {
    browser: browser as unknown as LeaseBrowser,
    rules,
    badges,
    tell: (name: string, ...args: unknown[]) => {
      for (const listener of [...(listeners.get(name) ?? [])]) listener(...(args as never[]));
    },
    /** The number of rules, badges and listeners. */
    count: () => [
      rules.size,
      badges.size,
      [...listeners.values()].reduce((sum, all) => sum + all.size, 0),
    ],
  };
}
