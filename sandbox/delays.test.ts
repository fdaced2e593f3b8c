import { describe, expect, it } from 'vitest';
import { pictureForm, send } from './testing/client.ts';
import { plainImage } from './testing/images.ts';
import { useSandbox } from './testing/use-sandbox.ts';

const sandbox = useSandbox();

const upload = async (): Promise<string> => {
  const multipart = pictureForm('image', await plainImage(40, 40));
  const reply = await sandbox.call('POST /1.1/account/update_profile_image.json', { multipart });
  expect(reply.status).toBe(200);
  return sandbox.control.uploads().at(-1)?.key ?? '';
};
const shown = async (): Promise<string> => {
  const reply = await sandbox.call('GET /1.1/account/verify_credentials.json');
  return String((reply.json() as Record<string, unknown>)['profile_image_url_https']);
};
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('when pictures show', () => {
  it('late, for one account', async () => {
    sandbox.control.setShowDelayOf('ada_paints', 150);
    const before = await shown();
    const key = await upload();
    expect(await shown()).toBe(before);
    await sleep(250);
    expect(await shown()).toContain(key);
  });

  it('never, until it is told to', async () => {
    sandbox.control.setShowDelayOf('ada_paints', 'never');
    const before = await shown();
    const key = await upload();
    await sleep(60);
    expect(await shown()).toBe(before);
    const address = `pbs.twimg.com/profile_images/${key}_normal.png`;
    expect((await send(sandbox.port, address)).status).toBe(404);
    sandbox.control.showNow('ada_paints');
    expect(await shown()).toContain(key);
    expect((await send(sandbox.port, address)).status).toBe(200);
  });

  it('the last of several, and a reset forgets the wish', async () => {
    sandbox.control.setShowDelayOf('ada_paints', 'never');
    await upload();
    const last = await upload();
    sandbox.control.showNow('ada_paints');
    expect(await shown()).toContain(last);
    sandbox.control.reset();
    const key = await upload();
    expect(await shown()).toContain(key);
  });

  it('knows whose', () => {
    expect(() => sandbox.control.setShowDelayOf('nobody_here', 5)).toThrow(/nobody_here/);
  });
});
