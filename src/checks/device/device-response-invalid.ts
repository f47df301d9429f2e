import { otherNamesInDeviceResponse } from '../../providers/registry/response-shapes.ts';
import { defineCheck, rfc } from '../check.ts';
import { incompleteAnswer } from '../shared/incomplete-answer.ts';

export default defineCheck({
  title: 'The answer with the device code is incomplete',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The device needs a code to poll with, a code to show, and the address where the user enters it.',
  fix: 'Have the server answer with device_code, user_code, verification_uri and expires_in; check that the URL is its device authorization endpoint.',
  specs: [rfc(8628, '3.2')],
  subject: 'device-authorization-request',
  *check({ exchange }, { tokenRequests }) {
    const found = incompleteAnswer(
      exchange,
      'The device authorization endpoint',
      ['device_code', 'user_code', 'verification_uri', 'expires_in'],
      otherNamesInDeviceResponse,
    );
    if (!found) return;
    const { missing, ...report } = found;
    // A client that polls had what it needs.
    const isUsed = tokenRequests.length > 0 || missing.every((name) => name === 'expires_in');
    yield isUsed ? { ...report, severity: 'info', effect: null } : report;
  },
});
