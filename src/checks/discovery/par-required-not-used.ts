import { rfc } from '../check.ts';
import { unmetRequirementCheck } from '../shared/unmet-requirement-check.ts';

export default unmetRequirementCheck({
  title: 'The server takes only pushed authorization requests, and none was pushed',
  why: 'The parameters have to go to the server first, from the client itself. The browser then carries client_id and request_uri alone.',
  fix: 'Turn on pushed authorization requests (PAR) in the client library, or no longer require them for this client at the server.',
  specs: [rfc(9126, '5'), rfc(9126, '6')],
  announcedBy: 'require_pushed_authorization_requests',
  words: /\bpushed[ _-]authorization|\bPAR\b/i,
  missing: 'request_uri',
  isMet: ({ params }) => params.has('request_uri'),
});
