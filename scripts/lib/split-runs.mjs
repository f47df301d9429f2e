/**
 * Parts of many runs of a property, each with its own seed, so that workers share them and each can
 * be repeated alone.
 * @param {number} runs @param {number} seed @param {number} size
 * @returns {{ seed: number, runs: number }[]}
 */
export function splitRuns(runs, seed, size) {
  const parts = [];
  for (let from = 0; from < runs; from += size) {
    parts.push({ seed: (seed + parts.length) | 0, runs: Math.min(size, runs - from) });
  }
  return parts;
}
