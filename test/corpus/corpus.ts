import type { Exchange } from '../../src/http/exchange.ts';
import { seeded } from './random.ts';
import type { Site, Templates } from './template.ts';
import { apis } from './templates/apis.ts';
import { commerce } from './templates/commerce.ts';
import { links } from './templates/links.ts';
import { protocols } from './templates/protocols.ts';
import { web } from './templates/web.ts';

const INVENTED: Templates = { ...apis, ...commerce, ...links, ...protocols, ...web };

const SITES: readonly Site[] = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((name) => ({
  app: `https://www.${name}.example`,
  api: `https://api.${name}.example`,
  idp: `https://login.${name}.example`,
}));

/** An exchange and the name of the template that made it. */
interface Sample {
  readonly template: string;
  readonly exchange: Exchange;
}

/** At least `count` exchanges without any OAuth among them, and the templates that made them. */
interface Corpus {
  readonly samples: readonly Sample[];
  readonly templateNames: readonly string[];
}

/** Invented and recorded traffic in random order, one visit every two seconds. */
export function corpus(count: number, seed: number, recorded: Templates): Corpus {
  const random = seeded(seed);
  const templates = Object.entries({ ...INVENTED, ...recorded });
  const samples: Sample[] = [];
  for (let at = 0; samples.length < count; at += 2) {
    const [template, make] = random.pick(templates);
    for (const exchange of make(at, random, random.pick(SITES)))
      samples.push({ template, exchange });
  }
  return { samples, templateNames: templates.map(([name]) => name) };
}
