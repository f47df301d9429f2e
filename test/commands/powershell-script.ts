import { type CurlWords, configWords, curlWords } from './curl-words.ts';
import { powerShellString, powerShellWords } from './powershell-text.ts';

type Values = Readonly<Record<string, string>>;

/** What a copied block of PowerShell gives to curl. Throws on every statement that it may not have. */
export function powerShellCurl(command: string, values: Values): CurlWords {
  let rest = command.replace(/^(?:# [A-Za-z0-9 .,:_/-]*\n)*/, '');
  const block = /^& \{\n([\s\S]*)\n\}$/.exec(rest);
  if (block) rest = block[1] ?? '';
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match) rest = rest.slice(match[0].length);
    return match;
  };
  const guard = take(/^ {2}if \((!\$\w+(?: -or !\$\w+)*)\) \{ throw 'Set first: [\w, ]+' \}\n/);
  for (const [, name = ''] of (guard?.[1] ?? '').matchAll(/!\$(\w+)/g)) {
    if (!values[name]) throw new Error(`Set first: ${name}`);
  }
  take(
    /^ {2}\$q = \{ \$args\[0\] -replace '\[\\\\"\]', '\\\$0' -replace "`r", '\\r' -replace "`n", '\\n' \}\n/,
  );
  take(/^ {2}\$OutputEncoding = New-Object Text\.UTF8Encoding \$false\n/);
  let file: Buffer | null = null;
  if (take(/^ {2}\$file = \[IO\.Path\]::GetTempFileName\(\)\n {2}try \{\n/)) {
    const statement = take(/^ {4}\[IO\.File\]::(WriteAll\w+)\(\$file, (.*)\)\n/);
    file = fileBytes(statement?.[1] ?? '', statement?.[2] ?? '', values);
    rest = rest.replace(/\n {2}\} finally \{ Remove-Item \$file \}$/, '');
  }
  const named = { ...values, file: 'FILE' };
  const config = take(
    /^\s*@\(\n([\s\S]*?)\n {2}\) \| curl\.exe --config -( --data-binary "@\$file")?$/,
  );
  if (config) {
    const lines = (config[1] ?? '').split('\n').map((line) => configText(line.trim(), named));
    const args = configWords(lines.map((line) => `${line}\r\n`).join(''));
    return curlWords({ args: config[2] ? [...args, '--data-binary', '@-'] : args, input: file });
  }
  const [program, ...args] = powerShellWords(rest.trim(), named);
  if (program !== 'curl') throw new Error(`runs ${program}`);
  return curlWords({ args, input: file });
}

function fileBytes(method: string, argument: string, values: Values): Buffer {
  if (method === 'WriteAllText') {
    const { value, end } = powerShellString(argument, 0, values);
    if (end !== argument.length) throw new Error('more than a string');
    return Buffer.from(value, 'utf8');
  }
  const list = /^\[byte\[\]\]\((.*)\)$/.exec(argument)?.[1] ?? argument;
  const chunks = list.split(' + ').map((part) => {
    const encoded = /^\[Convert\]::FromBase64String\('([\w+/=]*)'\)$/.exec(part)?.[1];
    const name = /^\[Text\.Encoding\]::UTF8\.GetBytes\(\$(\w+)\)$/.exec(part)?.[1];
    if (encoded !== undefined) return Buffer.from(encoded, 'base64');
    if (name === undefined) throw new Error(`no bytes: ${part}`);
    return Buffer.from(values[name] ?? '', 'utf8');
  });
  return Buffer.concat(chunks);
}

/** A string, or a sum of strings and escaped variables. */
function configText(expression: string, values: Values): string {
  const isSum = expression.startsWith('(');
  let text = '';
  for (let at = isSum ? 1 : 0; ; at += 3) {
    const variable = /^\(& \$q \$(\w+)\)/.exec(expression.slice(at));
    if (variable) {
      text += (values[variable[1] ?? ''] ?? '').replace(/[\\"]/g, '\\$&');
      at += variable[0].length;
    } else {
      const { value, end } = powerShellString(expression, at, values);
      text += value;
      at = end;
    }
    if (expression.slice(at) === (isSum ? ')' : '')) return text;
    if (expression.slice(at, at + 3) !== ' + ') throw new Error(`no sum: ${expression.slice(at)}`);
  }
}
