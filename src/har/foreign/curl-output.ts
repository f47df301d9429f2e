import { type ForeignFormat, FROM_PROXY } from '../foreign-format.ts';

/** The log that curl writes with --verbose. */
export default {
  name: 'the output of curl -v',
  advice: `It holds one exchange without its times. ${FROM_PROXY} and curl --proxy http://localhost:8080 --insecure …`,
  looksLike: ({ start }) =>
    /^(?:\* |[<>] |\s*% Total)/.test(start) && /^> [A-Z]+ \S+ HTTP\//m.test(start),
} satisfies ForeignFormat;
