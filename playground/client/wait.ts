/**
 * Resolves after that many milliseconds. It stands for the time that a user or a server takes.
 * Tests never rely on its length: they poll for what comes after.
 */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
