import { faultOf } from '../http/value-fault.ts';
import { looksRandom } from '../oauth/registry/random-looking.ts';
import { isShapedSecret } from '../oauth/registry/secret-shapes.ts';
import { viewToken } from '../oauth/values/jwt.ts';
import { isPlaceholder } from '../oauth/values/placeholder.ts';
import { weakness } from '../oauth/values/randomness.ts';

/** Checks look at no longer value by its characters. */
const LONGEST = 20_000;

/** A path that has this anywhere in a segment is taken for that of a key set. */
const OF_KEYS = /jwks/i;

/** What checks can tell of a value by itself. A stand-in has the profile of its value. */
export function profileOf(value: string): string {
  if (value.length > LONGEST) return '';
  return [
    weakness(value),
    faultOf(value),
    isPlaceholder(value),
    looksRandom(value),
    isShapedSecret(value),
    viewToken(value).kind,
    OF_KEYS.test(value),
  ].join();
}
