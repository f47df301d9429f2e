/** What is replaced besides secrets, and what a person decided about single values. */
export interface RedactionOptions {
  /** Names, mail addresses, phone numbers, IP addresses and the like. */
  readonly personal: boolean;
  /** Host names, except those that every customer of a provider shares. */
  readonly hosts: boolean;
  /** Tenant ids of providers. */
  readonly tenants: boolean;
  /** `relative`: the recording begins at a fixed moment, and all times keep their distances. */
  readonly times: 'absolute' | 'relative';
  /** Values that stay although they would be replaced. */
  readonly keep: readonly string[];
  /** Further values that are replaced wherever they stand. */
  readonly remove: readonly string[];
}

/** What people get when they choose nothing. */
export const DEFAULT_REDACTION: RedactionOptions = {
  personal: true,
  hosts: false,
  tenants: false,
  times: 'absolute',
  keep: [],
  remove: [],
};
