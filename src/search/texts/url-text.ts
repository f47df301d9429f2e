import { parseForm } from '../../http/form.ts';
import { samlMessages } from '../saml-messages.ts';
import type { MessageTexts } from '../search-text.ts';

/** Method and URL. A query whose parameters are searched anyway is left out. */
const texts: MessageTexts = {
  order: 10,
  *texts({ exchange: { request }, params }) {
    const { method, url } = request;
    const at = url.search(/[?#]/);
    const known = new Set(params.pairs.map(({ name, raw }) => `${name}=${raw}`));
    const sent = at < 0 ? [] : parseForm(url.slice(at + 1));
    const isKnown = sent.every(({ name, raw }) => known.has(`${name}=${raw}`));
    const shown = isKnown && at >= 0 ? url.slice(0, at) : url;
    yield { place: 'URL', name: '', forms: [`${method} ${shown}`, ...samlMessages(url)] };
  },
};

export default texts;
