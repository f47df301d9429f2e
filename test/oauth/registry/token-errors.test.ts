import { describe, expect, it } from 'vitest';
import {
  isProtocolStep,
  isRegisteredTokenError,
  meaningOfTokenError,
  showsRequestWasRead,
} from '../../../src/oauth/registry/token-errors.ts';

describe('the error codes of the token endpoint', () => {
  it.each([
    'authorization_pending',
    'slow_down',
    'use_dpop_nonce',
    'use_attestation_challenge',
    'need_info',
    'request_submitted',
    'insufficient_authorization',
    'redirect_to_web',
    'mfa_required',
  ])('%s asks the client to continue', (code) => {
    expect(isProtocolStep(code)).toBe(true);
    expect(isRegisteredTokenError(code)).toBe(true);
  });

  it.each([
    'invalid_grant',
    'request_denied',
    'consent_required',
    'login_required',
    'expired_token',
  ])('%s refuses the request', (code) => {
    expect(isProtocolStep(code)).toBe(false);
    expect(isRegisteredTokenError(code)).toBe(true);
  });

  it.each(['bad_verification_code', 'constructor', ''])('%s is not registered', (code) => {
    expect(isProtocolStep(code)).toBe(false);
    expect(isRegisteredTokenError(code)).toBe(false);
    expect(meaningOfTokenError(code)).toBeNull();
  });

  it('says what a code of an extension means', () => {
    expect(meaningOfTokenError('unknown_user_id')).toBe('the hint names no user that it knows');
    expect(meaningOfTokenError('invalid_grant')).toBeNull();
  });

  it('knows which errors a server returns without reading the request', () => {
    expect(showsRequestWasRead('invalid_grant')).toBe(true);
    expect(showsRequestWasRead('invalid_client')).toBe(false);
  });
});
