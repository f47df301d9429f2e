import { generate } from 'selfsigned';
import type { Certificate } from './http.ts';

/** Creates an untrusted certificate for localhost. Browsers have to be told to accept it. */
export async function createCertificate(): Promise<Certificate> {
  const name = [{ name: 'commonName', value: 'localhost' }];
  const altNames = [{ type: 2, value: 'localhost' }] as const;
  const { private: key, cert } = await generate(name, {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [...altNames] }],
  });
  return { key, cert };
}
