import { useEffect, useState } from 'preact/hooks';

/** Milliseconds until a moment, counted down by the second; 0 without a moment. */
export function useTimeLeft(until: number | null): number {
  const [now, setNow] = useState(Date.now());
  const isOver = until === null || now >= until;
  useEffect(() => {
    setNow(Date.now());
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [until, isOver]);
  return until === null ? 0 : Math.max(0, until - now);
}
