/**
 * Resolves after so many milliseconds, for what a person or a server takes in reality. Tests never
 * rely on its length: they poll for what comes after.
 */
export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
