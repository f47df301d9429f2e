import type { Lane } from '../oauth/define-kind.ts';

const NAMES: Readonly<Record<Lane, readonly [long: string, short: string]>> = {
  'user agent': ['User agent', 'UA'],
  client: ['Client', 'Client'],
  'authorization server': ['Authorization server', 'AS'],
  'resource server': ['API', 'API'],
};

/** The head of a lane. */
export const laneWord = (lane: Lane): string => NAMES[lane][0];

/** The same where there is no room. */
export const shortLaneWord = (lane: Lane): string => NAMES[lane][1];
