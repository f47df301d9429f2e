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

/** Writes a line for the user. File names and excerpts may hold any text. */
export function complain(text: string): void {
  process.stderr.write(`analyze: ${plain(text)}\n`);
}

/** Whether to use colours */
export function wantsColour(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
