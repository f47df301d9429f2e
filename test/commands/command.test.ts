import { describe, expect, it } from 'vitest';
import { command, DEFAULT_TARGET, targets } from '../../src/commands/command.ts';
import { exchange } from '../http/exchanges.ts';

describe('command', () => {
  it('writes for every target of the menu', () => {
    const ids = targets.map(({ id }) => id);
    expect(ids).toContain(DEFAULT_TARGET);
    for (const { id, title } of targets) {
      expect(title).toMatch(/^Copy as /);
      expect(command(exchange({}), { target: id, secrets: 'variables' })).toHaveProperty('command');
    }
  });

  it('refuses a target that does not exist', () => {
    const result = command(exchange({}), { target: 'curl-csh', secrets: 'variables' });
    expect(result).toEqual({ refused: 'There is no target curl-csh.' });
  });
});
