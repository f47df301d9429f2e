import { rfc } from '../../checks/specs.ts';
import { headerValue } from '../../http/headers.ts';
import { defineFault } from '../fault.ts';
import { bendCallback } from '../rule-offers.ts';

export default defineFault({
  title: 'The login cookie is lost at the callback',
  order: 220,
  does: 'The next load of the callback goes out without any cookie, as when SameSite or another host withholds them.',
  atServer: 'A login succeeds. Its code is not redeemed if the application refuses the response.',
  good: 'It says that the login failed and offers it again. It does not start it by itself, because that may never end.',
  specs: [rfc(9700, '4.7.1')],
  accepts: ['nothing', 'error-page', 'login'],
  rules: (flow) =>
    bendCallback(flow, ({ exchange, delivered }) => {
      const { headers, headersComplete } = exchange.request;
      if (delivered && headersComplete && headerValue(headers, 'cookie') === null)
        return { grey: 'The callback gets no cookie, so none can be lost.' };
      return [{ kind: 'drop-request-header', name: 'cookie' }];
    }),
});
