import type { Exchange } from '../../src/http/exchange.ts';
import { seeded } from './random.ts';
import type { Site, Template } from './template.ts';
import { apis } from './templates/apis.ts';
import { commerce } from './templates/commerce.ts';
import { links } from './templates/links.ts';
import { protocols } from './templates/protocols.ts';
import { web } from './templates/web.ts';

const TEMPLATES: readonly (readonly [string, Template])[] = Object.entries({
  ...apis,
  ...commerce,
  ...links,
  ...protocols,
  ...web,
});

const SITES: readonly Site[] = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((name) => ({
  app: `https://www.${name}.example`,
  api: `https://api.${name}.example`,
  idp: `https://login.${name}.example`,
}));

/** An exchange and the name of the template that made it. */
export interface Sample {
  readonly template: string;
  readonly exchange: Exchange;
}

/** At least that many exchanges without any OAuth among them, one visit every two seconds. */
export function corpus(count: number, seed: number): readonly Sample[] {
  const random = seeded(seed);
  const samples: Sample[] = [];
  for (let at = 0; samples.length < count; at += 2) {
    const [template, make] = random.pick(TEMPLATES);
    for (const exchange of make(at, random, random.pick(SITES)))
      samples.push({ template, exchange });
  }
  return samples;
}

export const templateNames: readonly string[] = TEMPLATES.map(([name]) => name);
