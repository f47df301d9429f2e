import { rfc } from '../check.ts';
import { unmetRequirementCheck } from '../shared/unmet-requirement-check.ts';

export default unmetRequirementCheck({
  title: 'The server takes only signed authorization requests, and this one is plain',
  why: 'The parameters have to be claims of a JWT that the client signs, so that nobody changes them on the way.',
  fix: 'Send the parameters as a signed request object in request or request_uri, or no longer require that for this client at the server.',
  specs: [rfc(9101, '10.5')],
  announcedBy: 'require_signed_request_object',
  words: /\brequest[ _-]object|\bsigned request\b|\bJAR\b/i,
  missing: 'request object',
  isMet: ({ params }) => params.has('request') || params.has('request_uri'),
});
