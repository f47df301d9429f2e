import { expect, test } from 'vitest';
import { readArguments, USAGE } from '../../src/cli/args.ts';
import { formats } from '../../src/report/all-formats.ts';
import { failingLogin, snapshotOf } from './flows.ts';

test('there are formats', () => {
  expect([...formats.keys()]).toEqual(expect.arrayContaining(['json', 'markdown', 'text']));
});

test.each([...formats])('%s is offered by the command line and can be written', (name, format) => {
  expect(USAGE).toContain(`${name}: ${format.description}`);
  expect(readArguments(['login.har', '--format', name])).toMatchObject({ kind: 'analyze', format });
  const report = format.write(snapshotOf(failingLogin()));
  expect(report).toMatchObject({ ok: true, text: expect.stringContaining('code_verifier') });
});
