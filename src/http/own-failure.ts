import type { Gap } from './exchange.ts';

/** A part of Grantscope that failed on this traffic. The rest goes on. */
export interface OwnFailure {
  /** Completes "Grantscope could not …": `run the check pkce-missing`. */
  readonly what: string;
  /** The message of the error. It can quote the traffic: redact it before sharing. */
  readonly error: string;
}

/** Receives a failure while the work goes on. */
export type NoteFailure = (failure: OwnFailure) => void;

/** Makes a failure of something that was thrown. */
export function ownFailure(what: string, error: unknown): OwnFailure {
  return { what, error: error instanceof Error ? error.message : String(error) };
}

/**
 * Runs a part of Grantscope that may throw. When it does, `note` gets the failure and `instead`
 * gives the result.
 */
export function guarded<T>(what: string, note: NoteFailure, run: () => T, instead: () => T): T {
  try {
    return run();
  } catch (error) {
    note(ownFailure(what, error));
    return instead();
  }
}

/** A failure that does not belong to a flow, shown beside what could not be recorded. */
export function failureGap({ what, error }: OwnFailure): Gap {
  return {
    kind: 'own-failure',
    at: null,
    text: `Grantscope could not ${what}: ${error}. This is a defect of Grantscope and not of the traffic. Everything else was examined. Please report it, with this text and the redacted report.`,
  };
}
