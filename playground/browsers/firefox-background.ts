import type { Scripts } from './firefox-chrome.ts';
import { until } from './poll.ts';

/** Stops the event page, as Firefox does when it has been idle. */
export async function stopBackground({ chrome }: Scripts, addon: string): Promise<void> {
  await chrome(
    `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
     await ExtensionParent.GlobalManager.extensionMap.get(args[0]).terminateBackground({ ignoreDevToolsAttached: true });`,
    addon,
  );
}

/** Reloads the extension, as an update does. The toolbox stays, and its panel is made again. */
export async function reloadExtension({ chrome }: Scripts, addon: string): Promise<void> {
  await chrome(
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
     await (await AddonManager.getAddonByID(args[0])).reload();`,
    addon,
  );
}

/** Presses the button on the extension's page, then the button of Firefox's question. */
export async function agree({ chrome }: Scripts): Promise<void> {
  await until('the page that asks', () =>
    chrome<boolean>(
      `const browser = gBrowser.browsers.find((one) => /\\/ask(?:-sites)?\\.html/.test(one.currentURI.spec));
       if (!browser) return false;
       const actor = actorFor(browser.browsingContext);
       await actor.clickElement(await find(actor, '#allow:not([hidden])'), capabilities);
       return true;`,
    ),
  );
  await until("Firefox's question", () =>
    chrome<boolean>(
      // Firefox shows no question in a window that is not in front.
      `window.focus();
       const button = document.querySelector('#addon-webext-permissions-notification .popup-notification-primary-button');
       if (!button || button.disabled || PopupNotifications.panel.state !== 'open') return false;
       button.click();
       return true;`,
    ),
  );
  await chrome(
    `for (const tab of [...gBrowser.tabs]) {
       if (/\\/ask(?:-sites)?\\.html/.test(tab.linkedBrowser.currentURI.spec)) gBrowser.removeTab(tab);
     }`,
  );
}
