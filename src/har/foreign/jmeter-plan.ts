import { type ForeignFormat, FROM_PROXY } from '../foreign-format.ts';

/** JMeter .jmx. */
export default {
  name: 'a test plan of JMeter',
  advice: `It holds requests that were not sent. ${FROM_PROXY}`,
  looksLike: ({ start }) => /<jmeterTestPlan\b/.test(start.slice(0, 500)),
} satisfies ForeignFormat;
