import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transportSecurity } from './chromium-hsts.ts';
import type { LaunchOptions } from './types.ts';

/** Writes the settings of DevTools into the profile. Each value is a string that holds JSON. */
export function writeSettings(profile: string, options: LaunchOptions): void {
  const { theme, keepLog, agrees, extension } = options;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const strict = transportSecurity(['strict.playground.test']);
  writeFileSync(join(profile, 'Default/TransportSecurity'), strict);
  const preferences = {
    currentDockState: JSON.stringify('undocked'),
    'ui-theme': JSON.stringify(theme === 'dark' ? 'dark' : 'default'),
    'network-log.preserve-log': JSON.stringify(keepLog ?? false),
  };
  writeFileSync(
    join(profile, 'Default/Preferences'),
    JSON.stringify({
      devtools: { preferences },
      extensions: {
        // Without it, an unpacked extension that is reloaded stays switched off.
        ui: { developer_mode: true },
        ...(agrees ? { settings: agreedEarlier(resolve(extension)) } : {}),
      },
    }),
    { flag: 'wx' },
  );
}

/** A profile in which the user has agreed earlier: Chromium then grants without a question. */
function agreedEarlier(folder: string): object {
  const { optional_permissions: api, optional_host_permissions: hosts } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  );
  const granted = {
    api,
    // Chromium stores "all sites" in both notations.
    explicit_host: [...hosts, '*://*/*'],
    scriptable_host: [],
    manifest_permissions: [],
  };
  const granted_permissions = granted;
  const runtime_granted_permissions = granted;
  return { [unpackedId(folder)]: { granted_permissions, runtime_granted_permissions } };
}

/** The id of an unpacked extension: a hash of its path, hexadecimal with the letters a to p. */
function unpackedId(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
