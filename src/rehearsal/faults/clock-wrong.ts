import { rfc } from '../../checks/specs.ts';
import { appOrigin } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

const HOUR = 3_600_000;

export default defineFault({
  title: 'The clock is wrong',
  order: 40,
  does: 'The clock of the page is an hour slow, as on a computer with the wrong time. Only this page sees that, and its workers do not.',
  needs: 'Use the application, or start the login again.',
  atServer: 'What the page signs, such as a DPoP proof, has the wrong time and may be refused.',
  good: 'It goes by the lifetime that the server states and not by the computer’s time, and logs in all the same.',
  specs: [rfc(7519, '4.1.6'), rfc(6749, '5.1')],
  accepts: ['nothing', 'refresh', 'recovered'],
  once: false,
  offer: (flow) => {
    const origin = appOrigin(flow);
    return origin === null
      ? { grey: 'The recording shows no page of the application.' }
      : { origin, calls: null, deed: { kind: 'clock', by: -HOUR } };
  },
});
