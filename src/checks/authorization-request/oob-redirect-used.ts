import { quote } from '../../words/quote.ts';
import { rfc } from '../check.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

export default faultyParameterCheck({
  name: 'redirect_uri',
  title: 'The code is to be shown to the user (out-of-band redirect)',
  why: 'With this redirect URI the server shows the code, and the user copies it into the application. Users can be tricked into giving it to somebody else, so servers have switched it off.',
  fix: 'Listen on a loopback redirect URI such as http://127.0.0.1/callback, or use the device authorization grant.',
  specs: [rfc(8252, '7.3'), rfc(8628, '1')],
  explains: ['error-page-redirect-mismatch'],
  unrefused: 'info',
  fault(message) {
    const value = message.effective('redirect_uri') ?? '';
    if (!/^urn:ietf:wg:oauth:2\.0:oob(?::|$)/.test(value)) return null;
    return { observed: `redirect_uri is ${quote(value)}.`, expected: 'A URI of the application' };
  },
});
