import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openOptions } from '../../e2e/pages/options-page.ts';
import { openProfile, type ProfilePage } from '../../e2e/pages/profile-page.ts';
import type { StudioPage } from '../../e2e/pages/studio-page.ts';
import type { Screen } from '../../e2e/screen.ts';
import { waitUntil } from '../../e2e/support/wait-until.ts';
import type { SeenCall } from './api-relay.ts';
import type { PictureKind } from '../../utils/domain/picture.ts';
import { measurePicture } from './measure-picture.ts';
import type { TryWorld } from './open-world.ts';
import type { Report } from './report.ts';

interface OnceOptions {
  readonly kind: PictureKind;
  readonly image: string;
  readonly shotsDir: string;
  /** The calls go to a server that is not the sandbox's: the sandbox cannot vouch for the picture. */
  readonly otherApi: boolean;
}

const uploadPaths = {
  avatar: '/update_profile_image.json',
  banner: '/update_profile_banner.json',
} as const;

const isUpload = (kind: PictureKind, { method, path, status }: SeenCall): boolean =>
  method === 'POST' && path.endsWith(uploadPaths[kind]) && status >= 200 && status < 300;

/** Screenshots in the order of the steps, numbered. */
const createCamera = (dir: string, report: Report) => {
  const shoot = async (screen: Screen, step: string): Promise<void> => {
    const number = String(report.shots.length + 1).padStart(2, '0');
    const file = join(dir, `${number}-${step}.png`);
    await screen.screenshot(file);
    report.shots.push(file);
  };
  return { shoot };
};

type Camera = ReturnType<typeof createCamera>;

const addAccount = async ({ browser, keys }: TryWorld, camera: Camera): Promise<string> => {
  const options = await openOptions(browser);
  await camera.shoot(options.screen, 'options-empty');
  const handle = await options.addAccount(keys);
  await camera.shoot(options.screen, 'options-added');
  return handle;
};

/** Keys of another server belong to somebody the sandbox's pages do not know yet: let them sign in. */
const signIn = ({ sandbox }: TryWorld, handle: string): void => {
  const { control } = sandbox;
  if (!control.world.accountOf(handle)) control.addAccount({ handle });
  control.world.signIn(handle);
};

const swap = async (
  studio: StudioPage,
  camera: Camera,
  { image, report }: { image: string; report: Report },
) => {
  if (report.kind === 'banner') await studio.makeBanner();
  const chosenAtMs = Date.now();
  await studio.choose(image);
  report.ms.prepare = Date.now() - chosenAtMs;
  await camera.shoot(studio.screen, 'studio-framed');
  await studio.swap();
  await studio.screen.waitForText('progressbar', /(?:)/);
  await camera.shoot(studio.screen, 'studio-sending');
  await studio.waitUntilLive();
  const liveAtMs = Date.now();
  await camera.shoot(studio.screen, 'studio-live');
  return { chosenAtMs, liveAtMs };
};

/** What the wire says: the calls, the file that was taken, and the address the user object names now. */
const readWire = async ({ relay }: TryWorld, report: Report, liveAtMs: number): Promise<void> => {
  const calls = relay.calls();
  report.calls = calls.map(({ method, path, status, ms }) => ({ method, path, status, ms }));
  const upload = calls.findLast((call) => isUpload(report.kind, call));
  if (!upload) return;
  report.ms.upload = upload.ms;
  report.ms.confirm = liveAtMs - upload.endedAtMs;
  if (upload.file) report.prepared = await measurePicture(upload.file);
  const urlOf = ({ pictureUrl, bannerUrl }: SeenCall) =>
    report.kind === 'avatar' ? pictureUrl : bannerUrl;
  const url = calls
    .filter(({ method }) => method === 'GET')
    .map(urlOf)
    .findLast((one) => one !== undefined);
  if (url !== undefined) report.live = { url };
};

const checkShown = async (
  profile: ProfilePage,
  { kind, url }: { readonly kind: PictureKind; readonly url: string },
  camera: Camera,
): Promise<void> => {
  await profile.screen.front();
  await (kind === 'avatar' ? profile.waitUntilShown(url) : profile.waitUntilBannerShown(url));
  if (!(await profile.screen.isMarked())) throw new Error('The profile page was reloaded.');
  await camera.shoot(profile.screen, 'profile-after');
};

/** The sandbox must have taken one picture, and must show that very one. */
const checkSandbox = async (
  { sandbox }: TryWorld,
  kind: PictureKind,
  handle: string,
): Promise<void> => {
  const { control } = sandbox;
  control.assertUploads(1);
  const user = control.world.userByHandle(handle);
  const picture = kind === 'avatar' ? user?.picture : user?.banner;
  const [upload] = control.uploads();
  await waitUntil(() => picture?.key === upload?.key && picture?.state === 'live', {
    timeoutMs: 1_000,
    what: 'the sandbox to show what was uploaded',
  });
};

/** The whole job through the real interface, by clicks. Fills `report` as it goes; throws where it ends early. */
export const swapOnce = async (
  world: TryWorld,
  { kind, image, shotsDir, otherApi }: OnceOptions,
  report: Report,
): Promise<void> => {
  await mkdir(shotsDir, { recursive: true });
  const camera = createCamera(shotsDir, report);
  report.source = await measurePicture(await readFile(image));
  try {
    const handle = await addAccount(world, camera);
    signIn(world, handle);
    const profile = await openProfile(world.browser, handle);
    await profile.screen.waitForButton('Swap avatar');
    await profile.screen.mark();
    await camera.shoot(profile.screen, 'profile-before');
    const studio = await profile.pressSwap();
    const { chosenAtMs, liveAtMs } = await swap(studio, camera, { image, report });
    await readWire(world, report, liveAtMs);
    if (!report.live) throw new Error('The studio says Live, but no accepted upload was seen.');
    await checkShown(profile, { kind, url: report.live.url }, camera);
    report.ms.total = Date.now() - chosenAtMs;
    if (!otherApi) await checkSandbox(world, kind, handle);
    report.ok = true;
  } catch (error) {
    await readWire(world, report, Date.now());
    throw error;
  }
};
