import * as oauth from 'oauth4webapi';
import { wait } from './wait.ts';

/**
 * Polls until there are tokens (RFC 8628 section 3.5, CIBA section 10.1). `interval` is in seconds.
 * `pending` is called while the user has not agreed yet.
 */
export async function polled<T>(
  interval: number | undefined,
  ask: () => Promise<T>,
  pending: () => Promise<void> = async () => undefined,
): Promise<T> {
  let pause = interval ?? 5;
  for (;;) {
    await wait(pause * 1_000);
    try {
      return await ask();
    } catch (error) {
      pause += patience(error);
    }
    await pending();
  }
}

/** The seconds to add to each wait. Every other error is thrown again. */
function patience(error: unknown): number {
  const code = error instanceof oauth.ResponseBodyError ? error.error : '';
  if (code === 'authorization_pending') return 0;
  if (code === 'slow_down') return 5;
  throw error;
}
