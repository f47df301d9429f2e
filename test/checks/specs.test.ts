import { describe, expect, expectTypeOf, it } from 'vitest';
import { checks } from '../../src/checks/registry/index.ts';
import { oidc, rfc } from '../../src/checks/specs.ts';

type RfcSection = Parameters<typeof rfc>[1];
type OidcSection = Parameters<typeof oidc>[0];

describe('the links to specifications', () => {
  it('lead to the section', () => {
    expect(rfc(6749, '4.1.2.1')).toEqual({
      label: 'RFC 6749 section 4.1.2.1',
      url: 'https://www.rfc-editor.org/rfc/rfc6749.html#section-4.1.2.1',
    });
    expect(oidc('2').url).toBe('https://openid.net/specs/openid-connect-core-1_0.html#IDToken');
  });

  it('lead to an appendix', () => {
    expect(rfc(6749, 'appendix B')).toEqual({
      label: 'RFC 6749 appendix B',
      url: 'https://www.rfc-editor.org/rfc/rfc6749.html#appendix-B',
    });
  });

  it('are typed, so that a section without an anchor does not compile', () => {
    expectTypeOf<'10.12'>().toExtend<RfcSection>();
    expectTypeOf<'A'>().not.toExtend<RfcSection>();
    expectTypeOf<'appendix-B'>().not.toExtend<RfcSection>();
    expectTypeOf<'3.1.2.99'>().not.toExtend<OidcSection>();
  });

  it.each(checks.flatMap(({ id, specs }) => specs.map(({ url }) => [id, url] as const)))(
    'have an anchor in every RFC and in OpenID Connect Core: %s, %s',
    (_, url) => {
      if (!/\/rfc\d+|openid-connect-core/.test(url)) return;
      expect(url).toMatch(/\.html#(section-[\d.]*\d|appendix-[A-Z]|[A-Za-z]\w+)$/);
    },
  );
});
