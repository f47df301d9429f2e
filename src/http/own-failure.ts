/** Something of Grantscope itself that failed on this traffic. Everything else goes on. */
export interface OwnFailure {
  /** Completes "Grantscope could not …": `run the check pkce-missing`. */
  readonly what: string;
  /** The message of the error. It can quote the traffic: redact it before sharing. */
  readonly error: string;
}

/** The failure behind something that was thrown. */
export function ownFailure(what: string, error: unknown): OwnFailure {
  return { what, error: error instanceof Error ? error.message : String(error) };
}

/** Runs a part of Grantscope that may throw. Tells `note` of its failure and gives `fallback` then. */
export function guarded<T>(
  what: string,
  fallback: T,
  note: (failure: OwnFailure) => void,
  run: () => T,
): T {
  try {
    return run();
  } catch (error) {
    note(ownFailure(what, error));
    return fallback;
  }
}
