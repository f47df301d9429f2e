import { plain } from '../report/plain.ts';

/** Writes a report. A reader that stops early (`| head`) is no error. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const { stdout } = process;
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EPIPE') resolve();
      else reject(error);
    };
    stdout.on('error', fail);
    stdout.write(text, () => resolve());
  });
}

let speaker = 'grantscope';

/** Messages begin with the name of this command from now on. */
export function speakAs(command: string): void {
  speaker = command;
}

/** Writes lines for the user that begin with the command. File names and excerpts may hold any text. */
export function complain(text: string): void {
  tell(`${speaker}: ${text}`);
}

/** Writes lines for the user. */
export function tell(text: string): void {
  process.stderr.write(`${text.split('\n').map(plain).join('\n')}\n`);
}

/** Whether to use colours */
export function wantsColour(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
