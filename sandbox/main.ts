import { parseArgs } from 'node:util';
import { formatCall } from './core/call-log.ts';
import { siteByHost } from './core/hosts.ts';
import { startSandbox } from './server.ts';

/** `node sandbox/main.ts --port 8443 --delay 5000`: the sandbox by itself, log and all. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8443' },
    delay: { type: 'string', default: '5000' },
  },
});

const sandbox = await startSandbox({
  port: Number(values.port),
  showDelayMs: Number(values.delay),
});
const { port, control } = sandbox;
const account = control.world.signedIn;
const other = control.compatible.signedIn;

process.stdout
  .write(`Sandbox X on https://127.0.0.1:${port}, new pictures show after ${values.delay} ms.
It answers to: ${Object.keys(siteByHost).join(', ')}

Chromium:  --host-resolver-rules="MAP * 127.0.0.1:${port}" --ignore-certificate-errors
curl:      curl -k --connect-to ::127.0.0.1:${port} https://sandbox.test/
Controls:  https://sandbox.test/ lists them

Keys of @${account.handle} (made up, good for this sandbox only):
${JSON.stringify(account.keys, null, 2)}

Keys of @${other.handle} on the server that is not X, https://social.example/api:
${JSON.stringify(other.keys, null, 2)}

`);
control.log.onCall((record) => process.stdout.write(`${formatCall(record)}\n`));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}
