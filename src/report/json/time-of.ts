/** RFC 3339 in UTC with milliseconds. The epoch replaces an invalid time. */
export function timeOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}
