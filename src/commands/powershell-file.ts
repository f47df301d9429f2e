import { base64OfLatin1 } from './bytes.ts';
import type { PlannedBody } from './plan.ts';
import { quotePowerShell } from './quote-powershell.ts';
import { written } from './template.ts';

/** The statement that writes a body to `$file`, byte by byte. */
export function fileStatement({ parts, binary }: PlannedBody, ascii: boolean): string {
  if (!binary) return `[IO.File]::WriteAllText($file, ${quotePowerShell(parts, ascii)})`;
  const arrays = written(
    parts,
    (bytes) => `[Convert]::FromBase64String('${base64OfLatin1(bytes)}')`,
    (name) => `[Text.Encoding]::UTF8.GetBytes($${name})`,
  );
  const bytes = arrays.length === 1 ? arrays[0] : `[byte[]](${arrays.join(' + ')})`;
  return `[IO.File]::WriteAllBytes($file, ${bytes})`;
}

/** Statements with a temporary file, which is removed whatever happens. */
export function withFile(statement: string, command: string): readonly string[] {
  return [
    '$file = [IO.Path]::GetTempFileName()',
    'try {',
    `  ${statement}`,
    `  ${command}`,
    '} finally { Remove-Item $file }',
  ];
}

/** One block, which is run as a whole when it is pasted. */
export function block(statements: readonly string[]): string {
  return ['& {', ...statements.map((one) => `  ${one}`), '}'].join('\n');
}
