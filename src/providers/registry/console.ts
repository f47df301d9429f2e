import type { ConsoleSetting, Provider } from './provider.ts';

/** The name of a setting in the console of this provider; null when unknown. */
export function settingName(
  provider: Provider | null,
  setting: ConsoleSetting['setting'],
): string | null {
  return provider?.console?.find((one) => one.setting === setting)?.name ?? null;
}
