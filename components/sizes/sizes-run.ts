import { type ImageUrl, parseImageUrl } from '../../utils/domain/image-urls/image-urls.ts';
import {
  everySize,
  isRepairable,
  isSamePicture,
  ownerIdOf,
} from '../../utils/domain/image-urls/same-picture.ts';
import { err, type Result } from '../../utils/domain/result.ts';
import type { Asked } from '../../utils/domain/sizes-asked.ts';
import type { FindError, Person, PersonSought } from '../../utils/domain/person.ts';
import type { SizesPorts } from '../sizes-ports.ts';
import type { SizesEvent } from './sizes-state.ts';

/** How many pictures are asked for at a time. */
const lanes = 6;

interface Parts {
  readonly ports: SizesPorts;
  /** The account whose keys may ask; null without one. */
  readonly accountId: () => string | null;
  readonly dispatch: (event: SizesEvent) => void;
}

/** One picture in its place on the page. */
interface Placed {
  readonly index: number;
  readonly url: ImageUrl;
}

const picturesOf = (person: Person): readonly ImageUrl[] =>
  [person.pictureUrl, person.bannerUrl ?? ''].map(parseImageUrl).filter((url) => url !== null);

/** The picture of the same kind that a user object names now; null where there is none. */
const freshOf = (person: Person, { kind }: ImageUrl): ImageUrl | null =>
  parseImageUrl((kind === 'banner' ? person.bannerUrl : person.pictureUrl) ?? '');

/** Asks for every size, a few at a time; resolves to the pictures of which a size is gone. */
const fetchAll = async (
  pictures: readonly Placed[],
  fetchSize: SizesPorts['fetchSize'],
  tell: (event: SizesEvent) => void,
  signal: AbortSignal,
): Promise<readonly Placed[]> => {
  const gone = new Set<Placed>();
  const wanted = pictures.flatMap((placed) =>
    everySize(placed.url).map(({ address }) => ({ placed, address })),
  );
  const next = async (): Promise<void> => {
    for (let one = wanted.shift(); one && !signal.aborted; one = wanted.shift()) {
      const { placed, address } = one;
      const came = await fetchSize(address, signal);
      const [file, failure] = came.ok ? [came.value, null] : [null, came.error];
      if (failure?.kind === 'gone') gone.add(placed);
      tell({ type: 'sizeCame', index: placed.index, address, file, failure });
    }
  };
  await Promise.all(Array.from({ length: lanes }, next));
  return pictures.filter((placed) => gone.has(placed));
};

/**
 * Everything the tab does between a press and its end. One `signal` stops all of it: what comes later is not
 * shown.
 */
export const createRun = ({ ports, accountId, dispatch }: Parts, signal: AbortSignal) => {
  const tell = (event: SizesEvent): void => {
    if (!signal.aborted) dispatch(event);
  };

  const show = (pictures: readonly Placed[]) => fetchAll(pictures, ports.fetchSize, tell, signal);

  const find = (who: PersonSought): Promise<Result<Person, FindError>> => {
    const id = accountId();
    return id === null ? Promise.resolve(err({ kind: 'noAccount' })) : ports.findPerson(who, id);
  };

  /**
   * X's own rule for a picture that is gone: ask for the user once more and take the address named now; where
   * that is the same one, stop (X docs, Outdated profile images, 2024).
   */
  const repair = async ({ index, url }: Placed, who: PersonSought | null): Promise<void> => {
    if (!isRepairable(url)) return;
    if (who === null) return tell({ type: 'repair', index, repair: { kind: 'ownerUnknown' } });
    tell({ type: 'repair', index, repair: { kind: 'looking' } });
    const found = await find(who);
    if (!found.ok) {
      return tell({ type: 'repair', index, repair: { kind: 'failed', error: found.error } });
    }
    tell({ type: 'found', person: found.value });
    const fresh = freshOf(found.value, url);
    if (fresh === null) return tell({ type: 'repair', index, repair: { kind: 'removed' } });
    if (isSamePicture(fresh, url)) return tell({ type: 'repair', index, repair: { kind: 'same' } });
    tell({ type: 'replaced', index, url: fresh });
    await show([{ index, url: fresh }]);
  };

  const showAndRepair = async (urls: readonly ImageUrl[], who: PersonSought | null) => {
    tell({ type: 'pictures', urls });
    const gone = await show(urls.map((url, index) => ({ index, url })));
    for (const placed of gone) {
      const ownerId = ownerIdOf(placed.url);
      if (signal.aborted) return;
      await repair(placed, who ?? (ownerId === null ? null : { userId: ownerId }));
    }
    tell({ type: 'ended' });
  };

  return {
    ask: async (asked: Asked): Promise<void> => {
      if (asked.kind === 'picture') return showAndRepair([asked.url], null);
      const found = await find({ handle: asked.handle });
      if (!found.ok) return tell({ type: 'notFound', error: found.error });
      tell({ type: 'found', person: found.value });
      await showAndRepair(picturesOf(found.value), { handle: found.value.handle });
    },
    /** Looks a picture up anew by what a person says of its owner. */
    repairFor: async (placed: Placed, who: PersonSought): Promise<void> => {
      await repair(placed, who);
      tell({ type: 'ended' });
    },
  };
};
