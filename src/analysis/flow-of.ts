import type { Correlator } from '../correlation/correlator.ts';
import type { Group } from '../correlation/group.ts';
import type { Item } from '../correlation/item.ts';
import type { OuterPages } from '../correlation/outer-pages.ts';
import { assembleMessages } from '../flow/assemble.ts';
import { buildFlow, type FlowParts } from '../flow/build-flow.ts';
import type { Flow, RecordingView } from '../flow/flow.ts';
import { flowId } from '../flow/recording-view.ts';
import { guarded, type NoteFailure } from '../http/own-failure.ts';
import { originOfUrl, withoutQuery } from '../http/url.ts';
import type { MetadataRequest } from '../oauth/kinds/metadata-request.ts';
import type { Message } from '../oauth/message.ts';
import { stringMember } from '../oauth/values/json.ts';

/** Builds the flow of a group of items. A part that fails is left out or stays unknown. */
export function flowOf(
  group: Group,
  correlator: Correlator,
  pages: OuterPages,
  recording: RecordingView,
  note: NoteFailure,
): Flow {
  const { root, parent } = group;
  const items = guarded(
    'find the pages of this flow',
    note,
    () => pages.itemsOf(group),
    () => group.items,
  );
  const found = group.metadata?.sighting ?? metadataIn(items);
  const metadata = found && isMetadata(found) ? found : null;
  const above = (item: Item): Item | null => correlator.above(item);
  const parts: FlowParts = {
    id: flowId(root),
    messages: guarded(
      'put the messages of this flow together',
      note,
      () => assembleMessages(items, { metadata, above }),
      () => items.flatMap(messageIn),
    ),
    parent: parent ? flowId(parent.item) : null,
    relation: parent?.relation ?? null,
    metadata,
    recording,
  };
  return guarded(
    'read this flow as a whole',
    note,
    () => buildFlow(parts, note),
    () => bareFlow(parts),
  );
}

/**
 * The metadata among the items of an attempt. A client may read that of another tenant of the same
 * host before, whose promises do not bind the server of this attempt.
 */
function metadataIn(items: readonly Item[]): MetadataRequest | null {
  const sightings = items.map(({ sighting }) => sighting);
  const request = sightings.find((one) => one.kind === 'authorization-request');
  const isOther = ({ metadata }: MetadataRequest): boolean => {
    const endpoint = stringMember(metadata, 'authorization_endpoint');
    return (
      request?.kind === 'authorization-request' &&
      endpoint !== null &&
      originOfUrl(endpoint) === originOfUrl(request.endpoint) &&
      bare(endpoint) !== bare(request.endpoint)
    );
  };
  return sightings.filter(isMetadata).find((one) => !isOther(one)) ?? null;
}

/** An endpoint without what servers treat alike. */
function bare(endpoint: string): string {
  return withoutQuery(endpoint).replace(/\/$/, '');
}

function isMetadata(sighting: Item['sighting']): sighting is MetadataRequest {
  return sighting.kind === 'metadata-request' && sighting.metadata !== null;
}

/** The sighting, when it is a message without its neighbours. */
function messageIn({ sighting }: Item): readonly Message[] {
  switch (sighting.kind) {
    case 'response-issued':
    case 'response-delivered':
    case 'preflight':
    case 'document':
      return [];
    default:
      return [sighting];
  }
}

/** The messages alone, for when the flow as a whole cannot be read. */
function bareFlow(parts: FlowParts): Flow {
  return {
    ...parts,
    grant: 'other',
    client: null,
    authorizationServer: null,
    startedAt: parts.messages[0]?.exchange.startedAt ?? 0,
    request: null,
    responses: [],
    tokenRequests: [],
    facts: { pkce: [], clock: null, dpop: [] },
  };
}
