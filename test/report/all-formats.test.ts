import { expect, test } from 'vitest';
import { commands } from '../../src/cli/all-commands.ts';
import { formatOf } from '../../src/cli/format-option.ts';
import { helpOf } from '../../src/cli/help-text.ts';
import { formats } from '../../src/report/all-formats.ts';
import { written } from '../helpers/shared-report.ts';
import { failingLogin, snapshotOf } from './flows.ts';

test('there are formats', () => {
  expect([...formats.keys()]).toEqual(
    expect.arrayContaining(['har', 'html', 'json', 'markdown', 'text']),
  );
});

test.each([...formats])(
  '%s is offered by the command line and can be written',
  async (name, format) => {
    for (const command of ['analyze', 'report']) {
      const body = await commands.get(command)?.load();
      expect(body && helpOf(command, body.default)).toContain(`${name}: ${format.description}`);
    }
    expect(formatOf(name)).toBe(format);
    expect(written(format, snapshotOf(failingLogin()))).toContain('code_verifier');
  },
);
