import { describe, expect, it } from 'vitest';
import { command, targets } from '../../src/commands/command.ts';
import { flowScript } from '../../src/commands/flow-script.ts';
import { redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { analysisOf, recordingOf } from '../helpers/parity.ts';
import { exchange } from '../redaction/recordings.ts';

const CODE = 'k7Xq2Zt7Vw1nPq8sLm3RbYcA';
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const SAID = 'The recording is redacted: values in it are placeholders, which no server accepts.';

const tokenRequest = exchange({
  method: 'POST',
  url: 'https://as.example.com/token',
  headers: ['Content-Type: application/x-www-form-urlencoded'],
  body: `grant_type=authorization_code&client_id=shop&code=${CODE}&code_verifier=${VERIFIER}`,
});

async function redacted() {
  const { recording } = await redactRecording(recordingOf([tokenRequest]), DEFAULT_REDACTION);
  const [one = tokenRequest] = recording.exchanges;
  const { body } = one.request;
  const form = new URLSearchParams(body && 'text' in body ? body.text : '');
  const standIns = ['code', 'code_verifier'].map((name) => form.get(name) ?? '');
  expect(standIns).not.toContain(CODE);
  return { recording, one, standIns };
}

describe('a command of a redacted recording', () => {
  it.each(targets.map(({ id }) => id))('says so and has variables for %s', async (target) => {
    const { one, standIns } = await redacted();
    const result = command(one, { target, secrets: 'variables', redacted: true });
    const text = 'command' in result ? result.command : '';
    expect(text.split('\n').some((line) => /^(?:\W|rem )/i.test(line) && line.includes(SAID))).toBe(
      true,
    );
    for (const standIn of standIns) expect(text).not.toContain(standIn);
    expect(text).toMatch(/CODE_VERIFIER/);
  });

  it('holds no secrets where its values are shown', async () => {
    const { one, standIns } = await redacted();
    const options = { target: 'curl-bash', secrets: 'values', redacted: true } as const;
    const { notes } = command(one, options) as { notes: readonly string[] };
    expect(notes).toContain(SAID);
    expect(notes).not.toContain('This command holds secrets.');
    const text = (command(one, options) as { command: string }).command;
    for (const standIn of standIns) expect(text).toContain(standIn);
  });

  it('of a whole flow says so', async () => {
    const { recording } = await redacted();
    const { flows, loose } = await analysisOf(recording);
    const messages = flows[0]?.flow.messages ?? loose;
    const script = flowScript(messages, { redacted: true });
    expect(script).toMatchObject({ command: expect.stringContaining(`\n# ${SAID}\n`) });
    expect(flowScript(messages)).toMatchObject({ command: expect.not.stringContaining(SAID) });
  });

  it('is distinguished from one of the same request as it was', async () => {
    const { one } = await redacted();
    const raw = command(one, { target: 'curl-bash', secrets: 'variables' });
    expect(raw).toMatchObject({ command: expect.not.stringContaining(SAID) });
  });
});
