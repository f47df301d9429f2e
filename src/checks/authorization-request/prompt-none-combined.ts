import { startsFlow } from '../../flow/facts/attempt.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, oidc, parameter } from '../check.ts';

export default defineCheck({
  title: 'prompt=none is combined with another value',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  why: 'none forbids every page, the other values ask for one. The server has to refuse the combination.',
  fix: 'Send prompt=none alone for a silent login; otherwise leave it out.',
  specs: [oidc('3.1.2.1')],
  explains: ['authz-error-invalid-request'],
  subject: 'authorization-request',
  *check(message, flow) {
    const prompt = message.effective('prompt') ?? '';
    const values = prompt.split(/\s+/).filter(Boolean);
    if (!startsFlow(message, flow) || !values.includes('none') || values.length < 2) return;
    yield { at: parameter('prompt'), observed: `prompt is ${quote(prompt)}.`, expected: 'none' };
  },
});
