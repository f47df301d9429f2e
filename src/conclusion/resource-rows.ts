import { type ResourcePlace, resourcePlaces } from '../flow/facts/resource-places.ts';
import type { Flow } from '../flow/flow.ts';
import { describeDifference } from '../words/differences.ts';
import { list } from '../words/numbers.ts';

/** One row of the table that compares what an attempt says about the API. */
export interface ResourceRow {
  readonly name: ResourcePlace['name'];
  /** Where it stands. */
  readonly label: string;
  readonly value: string;
  /** `equal` or `different`, with the difference; empty when there is nothing to compare. */
  readonly mark: string;
}

const LABELS: Readonly<Record<ResourcePlace['name'], string>> = {
  called: 'URL called',
  metadata: 'resource in the metadata of the API',
  'authorization-request': 'resource in the authorization request',
  'token-request': 'resource in the token request',
  'access-token': 'aud in the access token',
};

/** The caption of the table. */
export const RESOURCE_CAPTION = 'What the token is for';

/** The rows of the table, in the order of the protocol; empty when the attempt names no API. */
export function resourceRows(flow: Flow): readonly ResourceRow[] {
  const { places, reference } = resourcePlaces(flow);
  return places.map((place) => ({
    name: place.name,
    label: LABELS[place.name],
    value: valueIn(place),
    mark: markOf(place, reference),
  }));
}

function valueIn({ values, name }: ResourcePlace): string {
  if (values === null) return name === 'access-token' ? 'unknown (no JWT)' : 'unknown';
  return values.length === 0 ? 'none' : list(values);
}

function markOf({ same, values }: ResourcePlace, reference: string | null): string {
  const [only] = values ?? [];
  if (same === null || only === undefined) return '';
  if (same) return 'equal';
  const difference =
    values?.length === 1 && reference !== null ? describeDifference(only, reference) : null;
  return difference === null ? 'different' : `different: ${difference}`;
}
