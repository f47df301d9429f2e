import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { authorizationErrorCodes } from '../../src/oauth/registry/authorization-errors.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { spa } from '../traffic/clients.ts';
import { frontChannel } from '../traffic/sketch.ts';

/** What is reported of the words of a server in some exchanges. */
function reported(exchanges: readonly Exchange[]): readonly Finding[] {
  const { flows } = snapshotOf(exchanges);
  return flows.flatMap(({ findings }) => findings).filter(({ basis }) => basis === 'reported');
}

describe('the authorization endpoint', () => {
  const refusedWith = (error: string) =>
    reported(frontChannel({ ...spa, response: { code: undefined, error } }));

  it('has the codes of the base specifications', () => {
    expect(authorizationErrorCodes).toEqual(
      expect.arrayContaining(['invalid_request', 'login_required', 'invalid_target']),
    );
  });

  it.each(authorizationErrorCodes)('explains %s', (code) => {
    const found = refusedWith(code);
    expect(found).toHaveLength(1);
    const [{ check, effect, observed, title }] = found as [Finding];
    expect(check).not.toBe('authz-error-unknown-code');
    expect(effect).toBe('request-fails');
    expect(observed).toContain(code);
    expect(title).not.toMatch(/of its own|with a code of an extension/);
  });

  it('calls a code that nobody registered one of the server’s own', () => {
    expect(refusedWith('tuesday_is_closed').map(({ check }) => check)).toEqual([
      'authz-error-unknown-code',
    ]);
  });
});
