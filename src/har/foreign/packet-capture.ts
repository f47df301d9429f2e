import { type ForeignFormat, FROM_BROWSER } from '../foreign-format.ts';

/** pcap and pcapng, as tcpdump and Wireshark save them. */
export default {
  name: 'a packet capture (pcap)',
  advice: `TLS hides what browsers send. ${FROM_BROWSER}`,
  looksLike: ({ start }) =>
    /^(?:\uFFFD[òM]\uFFFD|\uFFFD{4}\0[\u0001\u0002]\0|M<\uFFFD\uFFFD|[\s\S]{0,8}(?:M<\+\u001A|\u001A\+<M))/.test(
      start,
    ),
} satisfies ForeignFormat;
