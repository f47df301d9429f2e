import { expect, test } from 'vitest';
import { readArguments, USAGE } from '../../src/cli/args.ts';
import { formats } from '../../src/report/all-formats.ts';
import { written } from '../helpers/shared-report.ts';
import { failingLogin, snapshotOf } from './flows.ts';

test('there are formats', () => {
  expect([...formats.keys()]).toEqual(expect.arrayContaining(['json', 'markdown', 'text']));
});

test.each([...formats])('%s is offered by the command line and can be written', (name, format) => {
  expect(USAGE).toContain(`${name}: ${format.description}`);
  expect(readArguments(['login.har', '--format', name])).toMatchObject({ kind: 'analyze', format });
  expect(written(format, snapshotOf(failingLogin()))).toContain('code_verifier');
});
