import type { Exchange } from '../../src/http/exchange.ts';
import { login, OTHER_VERIFIER } from '../../test/panels/recording.ts';

/** Logins of some clients, one a minute. Every fifth fails. */
export function logins(count: number, from = 0): readonly (readonly Exchange[])[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${from + index}`;
    const failed = (from + index) % 5 === 4;
    return login({
      prefix: `login ${name} `,
      at: (from + index) * 60_000,
      client: `client-${(from + index) % 7}`,
      state: `state-of-login-${name}`,
      code: `code-of-login-${name}`,
      ...(failed && { refused: true, verifier: OTHER_VERIFIER }),
    });
  });
}
