/** A random integer from 0 up to a limit, without the limit. */
export type Random = (limit: number) => number;

const POOL = 4_096;

/** Random numbers that nobody can predict. */
export function strongRandom(): Random {
  const pool = new Uint32Array(POOL);
  let next = POOL;
  return (limit) => {
    if (next === POOL) {
      crypto.getRandomValues(pool);
      next = 0;
    }
    const number = pool[next] ?? 0;
    next += 1;
    return number % limit;
  };
}
