import type {
  PreparedFacts,
  Removable,
  PictureKind,
  SourceFacts,
  WantedFormat,
  WantedSize,
} from '../../utils/domain/picture.ts';
import { exactSizes } from '../../utils/domain/larger-sizes.ts';
import type { Prepared } from '../studio-ports.ts';
import { formatBytes, formatPercent, formatSize } from '../shared/format.ts';

/** How the file is to be written, apart from what it shows. */
export interface Output {
  readonly size: WantedSize;
  readonly format: WantedFormat;
  /** `#rrggbb`, under what is see-through where the format knows no such thing. */
  readonly background: string;
}

export const firstOutput: Output = { size: 'exact', format: 'auto', background: '#ffffff' };

type Choice = Pick<Output, 'size' | 'format'>;

interface ChoiceGroup {
  readonly name: (kind: PictureKind) => string;
  readonly size: WantedSize;
  readonly choices: readonly (Choice & { readonly id: string; readonly name: string })[];
}

/** The choices as a person reads them, in their order. */
export const outputChoices: readonly ChoiceGroup[] = [
  {
    name: (kind) => {
      const { widthPx, heightPx } = exactSizes[kind];
      return `${formatSize(widthPx, heightPx)}, exactly as X shows it`;
    },
    size: 'exact',
    choices: [
      { id: 'auto', name: 'Best', size: 'exact', format: 'auto' },
      { id: 'small', name: 'Smaller', size: 'exact', format: 'small' },
      { id: 'jpeg', name: 'JPEG', size: 'exact', format: 'jpeg' },
      { id: 'png', name: 'PNG', size: 'exact', format: 'png' },
    ],
  },
  {
    name: () => 'Larger, kept by X as the original',
    size: 'larger',
    choices: [{ id: 'larger', name: 'Larger', size: 'larger', format: 'auto' }],
  },
  {
    name: () => 'The whole picture, cropped by X',
    size: 'whole',
    choices: [{ id: 'whole', name: 'Let X crop', size: 'whole', format: 'auto' }],
  },
];

/** Which of the choices an output is. */
export const choiceIdOf = ({ size, format }: Choice): string => (size === 'exact' ? format : size);

/** The choice with an id; the first where there is no such. */
export const choiceWithId = (id: string): Choice =>
  outputChoices.flatMap(({ choices }) => choices).find((choice) => choice.id === id) ?? firstOutput;

const formatOf = ({ mime, quality }: PreparedFacts): string =>
  mime === 'image/png' ? 'PNG' : `JPEG${quality === null ? '' : ` ${formatPercent(quality)}`}`;

/** `400 × 400 · JPEG 92 % · 69 kB` */
export const describeResult = (facts: PreparedFacts): string =>
  [formatSize(facts.widthPx, facts.heightPx), formatOf(facts), formatBytes(facts.bytes)].join(
    ' · ',
  );

/**
 * What the larger file is good for, or why there is none. `holdsMore`: the frame has pixels for it.
 */
export const describeLarger = (
  facts: PreparedFacts,
  kind: PictureKind,
  holdsMore: boolean,
): string => {
  const exact = exactSizes[kind];
  const size = formatSize(exact.widthPx, exact.heightPx);
  if (facts.widthPx > exact.widthPx) {
    return `Seen when opened in full; X’s own ${exact.widthPx} px copy of it is softer`;
  }
  return holdsMore
    ? `Nothing larger fits X’s limit: sent as ${size}`
    : `The frame holds no more pixels: sent as ${size}`;
};

/** What X does with a whole picture, or why it is cropped here all the same. */
export const describeWhole = ({ region }: Pick<Prepared, 'region'>): string =>
  region
    ? `X cuts out ${formatSize(region.widthPx, region.heightPx)} of it, ${region.leftPx} px from the left and ${region.topPx} px from the top`
    : 'X crops upright pictures of at least 200 × 100 only: cropped here instead';

/** `from 3120 × 4160 · JPEG · 1.9 MB` */
export const describeSource = (facts: SourceFacts): string =>
  `from ${formatSize(facts.widthPx, facts.heightPx)} · ${facts.format.toUpperCase()} · ${formatBytes(facts.bytes)}`;

/** Why the file has the format it has. A reason not listed goes without words. */
const reasons: Readonly<Record<string, string>> = {
  photo: 'JPEG suits a photo',
  alpha: 'PNG keeps what is see-through',
  flat: 'PNG keeps flat colours exact',
  pngNotLarger: 'PNG is exact and no larger here',
  chosen: 'As you chose',
};

export const reasonFor = ({ because }: PreparedFacts): string | null => reasons[because] ?? null;

const names: Readonly<Record<Removable, string>> = {
  location: 'location',
  camera: 'camera',
  date: 'date',
  author: 'author',
  comment: 'comment',
  thumbnail: 'small copy',
  edits: 'record of edits',
  profile: 'colour profile (its colours are kept)',
};

/** What the source carried that the file does not, in a few words; null when nobody looked. */
export const describeRemoved = (
  removed: SourceFacts['removed'],
): { readonly words: string; readonly all: string } | null => {
  if (!removed) return null;
  const all = removed.map((item) => names[item]).join(', ');
  const has = (item: Removable) => removed.includes(item);
  if (has('location')) {
    const words = has('camera') ? 'Location and camera data removed' : 'Location removed';
    return { words, all };
  }
  if (has('camera')) return { words: 'Camera data removed', all };
  const hidden = removed.some((item) => item !== 'profile');
  return { words: hidden ? 'Hidden data removed' : 'No hidden data in it', all };
};

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** A name for the file: the source's own, else the handle's, with what it is for. */
export const fileNameFor = (
  mime: PreparedFacts['mime'],
  kind: PictureKind,
  sourceName: string | undefined,
  handle: string | undefined,
): string => {
  const own = (sourceName ?? '').replace(/\.[^.]{1,5}$/, '').trim();
  const stem = own === '' ? (handle ?? '') : own;
  return `${stem === '' ? '' : `${stem}-`}${kind}.${endings[mime]}`;
};
