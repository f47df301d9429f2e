import { type Params, paramsOf } from './values/params.ts';

/** What a provider calls a parameter of its response, known by what stands beside it. */
const OTHER_NAMES: readonly {
  readonly name: string;
  readonly registered: string;
  readonly beside: string;
}[] = [
  // Google Identity Services posts the ID token with a double-submit token of its own.
  { name: 'credential', registered: 'id_token', beside: 'g_csrf_token' },
  { name: 'auth_code', registered: 'code', beside: 'app_id' }, // Alipay
];

/** Adds the registered names to a response whose provider has names of its own. */
export function withRegisteredNames(wire: Params): Params {
  const added = OTHER_NAMES.flatMap(({ name, registered, beside }) => {
    const value = wire.get(name);
    if (value === undefined || !wire.has(beside) || wire.has(registered)) return [];
    return [{ name: registered, value, raw: value }];
  });
  return added.length > 0 ? paramsOf([...wire.pairs, ...added]) : wire;
}
