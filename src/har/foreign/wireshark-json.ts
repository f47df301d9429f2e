import { type ForeignFormat, FROM_BROWSER, hasMembers } from '../foreign-format.ts';

/** File > Export Packet Dissections > As JSON. */
export default {
  name: 'a JSON export of Wireshark',
  advice: `Wireshark writes no HAR, and TLS hides what browsers send. ${FROM_BROWSER}`,
  looksLike: ({ document }) => hasMembers(document, '_index', '_source'),
} satisfies ForeignFormat;
