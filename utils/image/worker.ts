import { exercise } from './exercise.ts';
import { parseRequest, spareName, type WorkerMessage } from './protocol.ts';
import { createSession } from './session.ts';
import { connectHelper } from './strips/helper.ts';
import { helperPortOf } from './strips/messages.ts';

const session = createSession();

/** True until there is real work. */
let isIdle = true;

const say = (message: WorkerMessage): void => {
  const transfer = 'preview' in message ? [message.preview] : [];
  self.postMessage(message, { transfer });
};

const handle = async (data: unknown): Promise<void> => {
  const port = helperPortOf(data);
  if (port !== null) return connectHelper(port);
  const request = parseRequest(data);
  if (request === null) return;
  isIdle = false;
  try {
    const message = await session.handle(request, (picture) =>
      say({ kind: 'rendered', id: request.id, picture }),
    );
    if (message !== null) say(message);
  } catch {
    // No memory left, or a fault here: the page starts a fresh worker.
    say({ kind: 'failed', id: request.id, error: { kind: 'workerFailed' } });
  }
};

self.addEventListener('message', (event) => void handle(event.data));
// Where it fails there is nothing lost: what is not ready is made when it is needed.
if (self.name === spareName) exercise(() => isIdle).catch(() => {});
