import type { Scripts } from './firefox-chrome.ts';

/** Counts the session rules of an add-on, where Firefox keeps them. Its background is not woken. */
export function countRules({ chrome }: Scripts, addon: string): Promise<number> {
  return chrome<number>(
    `const { ExtensionDNR } = ChromeUtils.importESModule('resource://gre/modules/ExtensionDNR.sys.mjs');
     const { extension } = WebExtensionPolicy.getByID(args[0]);
     return ExtensionDNR.getRuleManager(extension, false)?.getSessionRules().length ?? 0;`,
    addon,
  );
}
