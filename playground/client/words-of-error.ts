/** What users see of an error: the code of the server, if it names one, and the words of the library. */
export function wordsOfError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = Reflect.get(error, 'error');
  return typeof code === 'string' ? `${error.message} (${code})` : error.message;
}
