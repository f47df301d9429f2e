import browser, { type Permissions } from 'webextension-polyfill';

interface Optional {
  readonly optional_permissions?: Permissions.Permissions['permissions'];
  readonly optional_host_permissions?: Permissions.Permissions['origins'];
}

/** Everything optional in the manifest, which is what the recorder in the background needs. */
export function recordingPermission(): Permissions.Permissions {
  const optional: Optional = browser.runtime.getManifest() as Optional;
  return {
    permissions: optional.optional_permissions ?? [],
    origins: optional.optional_host_permissions ?? [],
  };
}

/** Whether the browser allows the optional recorder now. */
export function isAllowed(): Promise<boolean> {
  return browser.permissions.contains(recordingPermission());
}
