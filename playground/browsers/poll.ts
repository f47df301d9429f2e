type Nothing = false | null | undefined | 0 | '';

/** Asks again until the answer is truthy. A thrown error counts as "not yet". */
export async function until<T>(
  what: string,
  ask: () => Promise<T | Nothing> | T | Nothing,
  timeout = 15_000,
): Promise<T> {
  const deadline = performance.now() + timeout;
  let last: unknown;
  while (performance.now() < deadline) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const reason = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`Waited ${timeout} ms for ${what}: ${reason}`);
}

/** Resolves when the promise settles or the time is over. */
export async function settled(promise: Promise<unknown>, timeout: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeout);
  });
  await Promise.race([promise.catch(() => undefined), late]);
  clearTimeout(timer);
}
