import type { Scripts } from './firefox-chrome.ts';

/** The uncaught errors of the extension's documents that Firefox's own console still has. */
export function readErrors({ chrome }: Scripts): Promise<readonly string[]> {
  return chrome<readonly string[]>(
    `return Services.console.getMessageArray()
       .filter((message) => message instanceof Ci.nsIScriptError
         && /^moz-extension:/.test(message.sourceName)
         && !(message.flags & Ci.nsIScriptError.warningFlag))
       .map(String);`,
  );
}
