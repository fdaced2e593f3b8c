import { generate } from 'selfsigned';
import { siteByHost } from './hosts.ts';

/** A fresh certificate for this run; nothing is written to disk and nothing needs to trust it. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const names = [...Object.keys(siteByHost), 'localhost'];
  const made = await generate([{ name: 'commonName', value: 'Facelift sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
