import { afterEach, describe, expect, it, vi } from 'vitest';
import { viewExchange } from '../../src/oauth/exchange-view.ts';
import authorizationRequest from '../../src/oauth/kinds/authorization-request.ts';
import type { ErrorMeaning, ErrorSignature } from '../../src/providers/registry/error-signature.ts';
import { findSignature, type SignatureMatch } from '../../src/providers/registry/errors.ts';
import { providers } from '../../src/providers/registry/index.ts';
import type { Provider } from '../../src/providers/registry/provider.ts';
import { shapeOf } from '../../src/providers/registry/request-shapes.ts';
import { exchange } from './exchanges.ts';

/** A host of no provider. */
const UNKNOWN = 'https://server.example.com/authorize';

/** A text that a provider sends, and what it is about. */
export interface ErrorCase {
  readonly about: ErrorMeaning;
  /** The text of the page or the description. */
  readonly text?: string;
  /** Replaces the address below. */
  readonly url?: string;
  /** The kind of message or the grant, for an error that means something else in others. */
  readonly at?: string;
  /** What it means, when that has a value of the text in it. */
  readonly means?: string;
  /** A text that looks similar and means something else; it counts as no case of this pattern. */
  readonly unlike?: string;
}

interface RequestCase {
  readonly url: string;
  /** The recognised parameters, under their registered names. */
  readonly effective: Readonly<Record<string, string | undefined>>;
}

/** Expectations on one provider. Every pattern of its file needs a row. */
export interface ProviderCases {
  /** An address of the provider, or of a server that runs its software. */
  readonly url: string;
  readonly errors?: readonly ErrorCase[];
  readonly requests?: readonly RequestCase[];
}

/** Tests that the patterns of one provider are recognised on its own host and not elsewhere. */
export function describeProvider(id: string, cases: ProviderCases): void {
  if (process.env.MUTATION === 'on') describeMutants(id, cases);
  else describeCases(id, cases);
}

function describeCases(id: string, { url: home, errors = [], requests = [] }: ProviderCases): void {
  describe(id, () => {
    const provider = providerNamed(id);
    const signatures = provider.errors ?? [];

    const rows = errors.map((one) => [one.text ?? one.url ?? '', one] as const);

    it.each(rows)('knows %s', (_, { about, means, ...one }) => {
      const found = signatureOf(one, home);
      expect(found?.provider.id).toBe(id);
      expect(found?.signature.about).toBe(about);
      if (means !== undefined) expect(found?.means).toBe(means);
    });

    const alike = rows.flatMap(([text, one]) =>
      one.unlike ? [[one.unlike, text, one] as const] : [],
    );

    it.each(alike)('does not take %s for %s', (unlike, _, one) => {
      const found = signatureOf({ ...one, text: unlike }, home);
      expect(found?.signature === signatureOf(one, home)?.signature).toBe(false);
    });

    it.each(rows)('counts elsewhere only if no other server says so: %s', (_, one) => {
      const signature = signatureOf(one, home)?.signature;
      for (const elsewhere of otherAddresses(provider)) {
        const found = signatureOf({ ...one, url: elsewhere }, home);
        expect(found?.signature === signature, elsewhere).toBe(signature?.anywhere === true);
      }
    });

    it.each(requests)('reads the request $url', ({ url, effective }) => {
      const message = authorizationRequest.recognise?.(viewExchange(exchange(0, { url })));
      if (message?.kind !== 'authorization-request') throw new Error(`read as ${message?.kind}`);
      const read = Object.keys(effective).map((name) => [name, message.effective(name)]);
      expect(Object.fromEntries(read)).toEqual(effective);
    });

    it.each(requests)('$url has no shape of its own at another host', ({ url }) => {
      const { pathname } = new URL(url);
      const shape = shapeOf(`${new URL(url).origin}${pathname}`);
      const elsewhere = shapeOf(`https://server.example.com${pathname}`);
      expect(elsewhere).toBe(shape?.anywhere === true ? shape : null);
    });

    it('has a row for each pattern', () => {
      const matched = errors.map((one) => signatureOf(one, home)?.signature);
      expect(signatures.filter((one) => !matched.includes(one)).map(patternOf)).toEqual([]);
      const shapes = requests.map(({ url }) => shapeOf(url.replace(/\?.*$/, '')));
      expect((provider.requests ?? []).filter((one) => !shapes.includes(one))).toEqual([]);
    });
  });
}

/** Each signature and each shape of a request is deleted once, and a row has to fail. */
function describeMutants(
  id: string,
  { url: home, errors = [], requests = [] }: ProviderCases,
): void {
  const { errors: signatures = [], requests: shapes = [] } = providerNamed(id);
  const patterns = [...signatures.map(({ pattern }) => pattern), ...shapes.map(({ path }) => path)];
  const knows = ({ about, means, ...one }: ErrorCase): boolean => {
    const found = signatureOf(one, home);
    const isKnown = found?.provider.id === id && found.signature.about === about;
    return isKnown && (means === undefined || found.means === means);
  };
  const reads = ({ url, effective }: RequestCase): boolean => {
    const message = authorizationRequest.recognise?.(viewExchange(exchange(0, { url })));
    if (message?.kind !== 'authorization-request') return false;
    return Object.entries(effective).every(([name, value]) => message.effective(name) === value);
  };
  const hold = (): boolean => errors.every(knows) && requests.every(reads);
  afterEach(() => {
    vi.restoreAllMocks();
  });
  it.each(patterns.map((one) => [one.source, one] as const))(
    `without a pattern of ${id}, a row fails: %s`,
    (_, pattern) => {
      expect(hold()).toBe(true);
      vi.spyOn(pattern, 'test').mockReturnValue(false);
      expect(hold()).toBe(false);
    },
  );
}

/** The signature that is found at the address of a case, or at the address of the provider. */
function signatureOf(
  { text = '', url, at }: Pick<ErrorCase, 'text' | 'url' | 'at'>,
  home: string,
): SignatureMatch | null {
  const places = at === undefined ? {} : { at: [at] };
  return findSignature(exchange(0, { url: url ?? home }), text, places);
}

function providerNamed(id: string): Provider {
  const found = providers.find((provider) => provider.id === id);
  if (!found) throw new Error(`There is no provider ${id}.`);
  return found;
}

function otherAddresses(provider: Provider): readonly string[] {
  const hosts = providers
    .filter(({ id }) => id !== provider.id)
    .flatMap(({ hosts: own }) => own?.names[0].replace('*', 'tenant') ?? []);
  return [UNKNOWN, ...hosts.map((host) => `https://${host}/authorize`)];
}

function patternOf({ pattern }: ErrorSignature): string {
  return pattern.source;
}
