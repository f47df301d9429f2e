import { rfc } from '../../checks/specs.ts';
import { originOfUrl } from '../../http/url.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The callback is loaded twice',
  order: 130,
  does: 'Half a second after the callback page of the next login has loaded, its URL is loaded again with the same code, as from the history or by a tab that the browser restores.',
  needs: 'Start the login again.',
  atServer:
    'The code may be redeemed twice. A server may then revoke the tokens of the first time.',
  good: 'It removes the code from the URL at once, and takes no response a second time.',
  specs: [rfc(6749, '4.1.2'), rfc(9700, '4.2.4')],
  accepts: ['nothing', 'login', 'recovered'],
  offer: ({ responses }) => {
    const response = responses.findLast(({ delivered }) => delivered);
    if (
      !response?.params.has('code') ||
      (response.mode !== 'query' && response.mode !== 'fragment')
    )
      return { grey: 'The recording shows no callback page with a code in its URL.' };
    const url = response.target;
    const origin = originOfUrl(url);
    if (origin === null) return { grey: 'The callback is no web page.' };
    return { origin, calls: null, deed: { kind: 'load-again', url } };
  },
});
