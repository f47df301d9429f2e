import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROUNDS = 9;
/** Writes to a file what processor time the process took from its start to its end. */
const METER = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync(process.env.METER_OUT, String(user + system));
});`;

/**
 * The median processor time of each program of Node, divided by that of `node`. They alternate.
 * @template {string} Name
 * @param {string} folder for files that it writes
 * @param {Readonly<Record<Name | 'node', readonly string[]>>} programs their arguments
 * @returns {Record<Name | 'node', number>}
 */
export function startTimes(folder, programs) {
  const meter = join(folder, 'meter.cjs');
  const out = join(folder, 'meter.txt');
  writeFileSync(meter, METER);
  const all = /** @type {[Name | 'node', readonly string[]][]} */ (Object.entries(programs));
  const times = new Map(all.map(([name]) => [name, /** @type {number[]} */ ([])]));
  const options = {
    env: { ...process.env, METER_OUT: out },
    stdio: /** @type {const} */ ('ignore'),
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, args] of all) {
      execFileSync(process.execPath, ['--require', meter, ...args], options);
      times.get(name)?.push(Number(readFileSync(out, 'utf8')));
    }
  }
  const medianOf = (/** @type {Name | 'node'} */ name) =>
    (times.get(name) ?? []).sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
  const node = medianOf('node');
  return /** @type {Record<Name | 'node', number>} */ (
    Object.fromEntries(all.map(([name]) => [name, medianOf(name) / node]))
  );
}
