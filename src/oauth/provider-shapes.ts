import type { Params } from './values/params.ts';

/**
 * How the authorization requests of one provider differ from RFC 6749 section 4.1.1, as the provider
 * documents it.
 */
export interface ProviderShape {
  /** Tested against the URL of the endpoint, without its query. */
  readonly endpoint: RegExp;
  /** The provider's names, by the registered one. */
  readonly names?: Readonly<Record<string, string>>;
  /** What a parameter that is absent stands for. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Parameters that the provider does without. */
  readonly without?: readonly string[];
  /** Members of `response_type` beside those of OAuth, which the provider separates by commas. */
  readonly responseTypes?: readonly string[];
  /** Parameters of its own that, all together, make a request at this endpoint. */
  readonly known: readonly string[];
}

const CODE = { response_type: 'code' };

/** One row for each endpoint that needs one; whoever follows the RFC needs none. */
const SHAPES: readonly ProviderShape[] = [
  {
    endpoint: /^https:\/\/[^/]+\/login\/oauth\/authorize$/,
    defaults: CODE,
    without: ['response_type', 'redirect_uri'],
    known: ['client_id'],
  },
  {
    endpoint: /^https:\/\/(?:www|m|web|business)\.facebook\.com\/(?:v[\d.]+\/)?dialog\/oauth\/?$/,
    defaults: CODE,
    without: ['response_type'],
    responseTypes: ['signed_request', 'graph_domain', 'granted_scopes'],
    known: ['client_id', 'redirect_uri'],
  },
  {
    endpoint: /^https:\/\/(?:[^/.]+\.)?slack\.com\/(?:oauth(?:\/v2)?|openid\/connect)\/authorize$/,
    defaults: CODE,
    without: ['response_type', 'redirect_uri'],
    known: ['client_id'],
  },
  {
    endpoint: /^https:\/\/[^/]+\.myshopify\.com\/admin\/oauth\/authorize$/,
    defaults: CODE,
    without: ['response_type'],
    known: ['client_id', 'redirect_uri'],
  },
  {
    endpoint: /^https:\/\/admin\.shopify\.com\/store\/[^/]+\/oauth\/(?:authorize|install)$/,
    defaults: CODE,
    without: ['response_type', 'redirect_uri'],
    known: ['client_id'],
  },
  {
    endpoint: /^https:\/\/connect\.stripe\.com\/(?:express\/)?oauth\/(?:v2\/)?authorize$/,
    defaults: CODE,
    without: ['response_type', 'redirect_uri'],
    known: ['client_id'],
  },
  {
    endpoint: /^https:\/\/(?:(?:ptb|canary)\.)?discord\.com\/(?:api\/)?oauth2\/authorize$/,
    defaults: CODE,
    // A bot is invited without a response (scope=bot).
    without: ['response_type', 'redirect_uri'],
    known: ['client_id', 'scope'],
  },
  {
    endpoint: /^https:\/\/www\.tiktok\.com\/(?:v2\/)?auth\/authorize\/?$/,
    names: { client_id: 'client_key' },
    known: ['client_key', 'redirect_uri'],
  },
  {
    endpoint: /^https:\/\/open\.douyin\.com\/platform\/oauth\/connect\/?$/,
    names: { client_id: 'client_key' },
    known: ['client_key', 'redirect_uri'],
  },
  {
    endpoint: /^https:\/\/open\.weixin\.qq\.com\/connect\/(?:qrconnect|oauth2\/authorize)$/,
    names: { client_id: 'appid' },
    known: ['appid', 'redirect_uri'],
  },
  {
    endpoint:
      /^https:\/\/openauth(?:-sandbox\.dl)?\.alipay(?:dev)?\.com\/oauth2\/(?:publicApp|appTo)\w*\.htm$/i,
    names: { client_id: 'app_id' },
    defaults: CODE,
    without: ['response_type'],
    known: ['app_id', 'redirect_uri'],
  },
  {
    endpoint:
      /^https:\/\/(?:open|accounts|passport)\.(?:feishu\.cn|larksuite\.com)\/open-apis\/authen\/v1\/(?:index|authorize)$/,
    names: { client_id: 'app_id' },
    defaults: CODE,
    without: ['response_type'],
    known: ['redirect_uri'],
  },
  {
    endpoint:
      /^https:\/\/(?:api\.weibo\.com\/oauth2|app(?:-eu1)?\.hubspot\.com\/oauth)\/authorize$/,
    defaults: CODE,
    without: ['response_type'],
    known: ['client_id', 'redirect_uri'],
  },
  {
    // Google Identity Services: the page behind the button, which posts an ID token to `login_uri`.
    endpoint: /^https:\/\/accounts\.google\.com\/gsi\/select$/,
    names: { redirect_uri: 'login_uri' },
    defaults: { response_type: 'id_token', response_mode: 'form_post', scope: 'openid' },
    without: ['response_type', 'redirect_uri', 'state'],
    known: ['client_id', 'ux_mode'],
  },
  {
    // Supabase: the client is the project, which the host names.
    endpoint: /^https?:\/\/[^/]+\/auth\/v1\/authorize$/,
    names: { redirect_uri: 'redirect_to' },
    without: ['response_type', 'client_id', 'redirect_uri', 'state'],
    known: ['provider'],
  },
];

/** The row of this authorization endpoint; null for those that follow the RFC. */
export function shapeOf(endpoint: string): ProviderShape | null {
  return SHAPES.find((shape) => shape.endpoint.test(endpoint)) ?? null;
}

/** A parameter as it counts at this provider: under its registered name, with its default. */
export function readAs(
  shape: ProviderShape,
  name: string,
  get: (name: string) => string | undefined,
): string | undefined {
  const other = shape.names?.[name];
  const value = get(name) ?? (other && get(other)) ?? shape.defaults?.[name];
  if (name !== 'response_type' || value === undefined || !shape.responseTypes) return value;
  const members = value.split(/[\s,]+/).filter((one) => !shape.responseTypes?.includes(one));
  return members.join(' ');
}

/** Whether a provider documents requests like this one at that endpoint. */
export function isKnownShape(endpoint: string, params: Params): boolean {
  return SHAPES.some(
    ({ known, endpoint: pattern }) =>
      known.every((name) => params.has(name)) && pattern.test(endpoint),
  );
}

/** Whether this authorization endpoint does without a parameter that the RFC asks for. */
export function doesWithout(endpoint: string, name: string): boolean {
  return shapeOf(endpoint)?.without?.includes(name) ?? false;
}
