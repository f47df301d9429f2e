import { type ForeignFormat, FROM_PROXY } from '../foreign-format.ts';

/** Raw requests or responses, as proxies copy them. */
export default {
  name: 'a text of HTTP messages',
  advice: FROM_PROXY,
  looksLike: ({ start }) =>
    /^(?:HTTP\/\d|(?:GET|POST|PUT|HEAD|OPTIONS|PATCH|DELETE) \S+ HTTP\/\d)/.test(start),
} satisfies ForeignFormat;
