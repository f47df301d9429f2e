import type { OwnFailure } from '../../http/own-failure.ts';
import type { Finding } from '../finding.ts';

/** Takes the place of a check's id. */
const INTERNAL = 'internal-error';

/** A failure of Grantscope as a finding. It never becomes the cause of a verdict. */
export function internalFinding(
  { what, error }: OwnFailure,
  message: number | null = null,
): Finding {
  return {
    check: INTERNAL,
    severity: 'info',
    certainty: 'certain',
    basis: 'observed',
    owner: 'this tool',
    effect: null,
    message,
    at: null,
    title: `Grantscope could not ${what}`,
    observed: error,
    expected: null,
    why: 'This is a defect of Grantscope and not of the traffic. Everything else was examined.',
    fix: 'Please report this defect, with this text and the redacted report of the flow.',
    specs: [],
    explains: [],
    causedBy: null,
    references: [],
    again: [],
  };
}
