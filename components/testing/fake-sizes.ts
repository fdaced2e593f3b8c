import { err, ok, type Result } from '../../utils/domain/result.ts';
import type { FindError, Person, PersonSought } from '../../utils/domain/person.ts';
import type { SizeFailure } from '../../utils/domain/size-failure.ts';
import type { SizeFile, SizesPorts } from '../sizes-ports.ts';

export const avatarOf = (token: string): string =>
  `https://pbs.twimg.com/profile_images/1354479643882004483/${token}_normal.png`;

export const somePerson = (over: Partial<Person> = {}): Person => ({
  handle: 'night_tram',
  name: 'Night Tram',
  pictureUrl: avatarOf('tram'),
  hasDefaultPicture: false,
  bannerUrl: 'https://pbs.twimg.com/profile_banners/783214/1611950530',
  ...over,
});

/** A picture with an edge of as many pixels as asked for. */
export const someFile = async (widthPx: number, heightPx = widthPx): Promise<SizeFile> => {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  const sky = context.createLinearGradient(0, 0, widthPx, heightPx);
  sky.addColorStop(0, '#243');
  sky.addColorStop(1, '#fc8');
  context.fillStyle = sky;
  context.fillRect(0, 0, widthPx, heightPx);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { blob, mime: 'image/png', widthPx, heightPx };
};

const edges: readonly (readonly [word: RegExp, widthPx: number, heightPx: number])[] = [
  [/\/profile_banners\/.*\/1500x500$/, 1500, 500],
  [/\/profile_banners\//, 300, 100],
  [/_mini\./, 24, 24],
  [/_normal\./, 48, 48],
  [/_bigger\./, 73, 73],
  [/_x96\./, 96, 96],
  [/_reasonably_small\./, 128, 128],
  [/_200x200\./, 200, 200],
  [/_400x400\./, 400, 400],
  [/./, 640, 640],
];

const fileAt = (address: string): Promise<SizeFile> => {
  const [, widthPx = 1, heightPx = 1] = edges.find(([word]) => word.test(address)) ?? [];
  return someFile(widthPx, heightPx);
};

interface Given {
  /** Addresses that do not come, told by a part of them. */
  readonly failing?: readonly (readonly [part: string, failure: SizeFailure])[];
  /** Answers to look-ups, in their order; the last one stays. */
  readonly people?: readonly (Person | FindError)[];
  /** While it returns a promise, pictures wait for that. */
  readonly hold?: (address: string) => Promise<void> | undefined;
}

/** Sizes without X behind them. `fetched` and `sought` hold what was asked for. */
export const createFakeSizes = ({ failing = [], people = [somePerson()], hold }: Given = {}) => {
  const fetched: string[] = [];
  const sought: { readonly who: PersonSought; readonly accountId: string }[] = [];
  const stopped: string[] = [];
  const ports: SizesPorts = {
    fetchSize: async (address, signal): Promise<Result<SizeFile, SizeFailure>> => {
      fetched.push(address);
      signal.addEventListener('abort', () => stopped.push(address));
      await hold?.(address);
      const failure = failing.find(([part]) => address.includes(part))?.[1];
      return failure ? err(failure) : ok(await fileAt(address));
    },
    findPerson: async (who, accountId): Promise<Result<Person, FindError>> => {
      const answer = people[Math.min(sought.length, people.length - 1)];
      sought.push({ who, accountId });
      if (!answer) throw new Error('nobody to find');
      return 'kind' in answer ? err(answer) : ok(answer);
    },
  };
  return { ports, fetched, sought, stopped };
};
