/** Four characters of a text as one number, which few others have. */
export function gramAt(text: string, at: number): number {
  const first = (text.charCodeAt(at) << 16) ^ text.charCodeAt(at + 1);
  const next = (text.charCodeAt(at + 2) << 16) ^ text.charCodeAt(at + 3);
  return first ^ Math.imul(next, 0x85ebca6b);
}
