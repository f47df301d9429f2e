import { describe, expect, it } from 'vitest';
import { createProgressLine } from '../../src/cli/progress.ts';

function lineOf({ isTTY }: { isTTY: boolean }) {
  let now = 0;
  const written: string[] = [];
  const terminal = { isTTY, write: (text: string) => written.push(text) };
  const line = createProgressLine(terminal, () => now);
  return {
    written,
    line,
    at(time: number, bytesRead: number, totalBytes: number | null = 2_000_000_000) {
      now = time;
      line.show('big.har', { bytesRead, totalBytes, entries: 12_345 });
    },
  };
}

describe('the progress line', () => {
  it('begins after a second, is short, and disappears', () => {
    const { written, at, line } = lineOf({ isTTY: true });
    at(999, 100_000_000);
    expect(written).toEqual([]);
    at(1_000, 500_000_000);
    at(1_050, 600_000_000);
    at(1_100, 700_000_000, null);
    line.clear();
    line.clear();
    expect(written).toEqual([
      '\r\u001B[Kbig.har: 25 % of 2,000 MB, 12,345 entries',
      '\r\u001B[Kbig.har: 700 MB, 12,345 entries',
      '\r\u001B[K',
    ]);
  });

  it('appears only in a terminal', () => {
    const { written, at, line } = lineOf({ isTTY: false });
    at(5_000, 1);
    line.clear();
    expect(written).toEqual([]);
  });
});
