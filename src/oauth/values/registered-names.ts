import { renamedInResponse } from '../../providers/registry/response-shapes.ts';
import { type Params, paramsOf } from './params.ts';

/** Adds the registered parameter names to a response of a provider that uses its own names. */
export function withRegisteredNames(wire: Params): Params {
  const added = renamedInResponse((name) => wire.has(name)).flatMap(([registered, name]) => {
    const value = wire.get(name);
    return value === undefined || wire.has(registered)
      ? []
      : [{ name: registered, value, raw: value }];
  });
  return added.length > 0 ? paramsOf([...wire.pairs, ...added]) : wire;
}
