import type { ConsoleSetting, Provider } from './provider.ts';

/** What the console of this provider calls a setting; null when that is not known. */
export function settingName(
  provider: Provider | null,
  setting: ConsoleSetting['setting'],
): string | null {
  return provider?.console?.find((one) => one.setting === setting)?.name ?? null;
}
