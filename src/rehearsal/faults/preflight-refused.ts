import { fetchStandard } from '../../checks/specs.ts';
import { originOfUrl } from '../../http/url.ts';
import { apiCalls } from '../app-calls.ts';
import { defineFault } from '../fault.ts';
import { bendCalls } from '../rule-offers.ts';

export default defineFault({
  title: 'The preflight is refused',
  order: 240,
  does: 'The next preflight of a call of the API is answered without CORS headers, so the browser does not send the call.',
  atServer: 'It answers the preflight. The call itself does not reach it.',
  good: 'It says that the data cannot be loaded, and neither logs the user out nor repeats the call without end.',
  specs: [fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch')],
  accepts: ['nothing', 'recovered', 'repeated-once', 'error-page'],
  rules: (flow) => {
    const found = apiCalls(flow);
    if ('grey' in found) return found;
    if (originOfUrl(found.calls.url) === found.origin)
      return { grey: 'The API has the origin of the application, so its calls have no preflight.' };
    const cors = { kind: 'drop-response-header', name: 'access-control-allow-origin' } as const;
    return bendCalls(found, [cors], { preflights: true });
  },
});
