import type { BrowserResults } from '../measure/results.ts';
import { shown, table } from './markdown.ts';
import type { Row } from './summary.ts';

const likenessCell = (db: number | null, similarity: number | null): string =>
  db === null ? '–' : `${shown(db, 1)} / ${shown(similarity, 4)}`;

const kilobytes = (bytes: number | null): string => shown(bytes === null ? null : bytes / 1000, 0);

/** Photos, before encoding and as sent. */
export const photoTable = (rows: readonly Row[]): string =>
  table(
    ['', 'avatar before', 'avatar as sent', 'banner before', 'banner as sent', 'kB each'],
    rows.map(({ candidate, likeness: { photo }, avatarBytes, bannerBytes }) => [
      candidate,
      likenessCell(photo.avatar.beforeDb, photo.avatar.beforeSsim),
      likenessCell(photo.avatar.afterDb, photo.avatar.afterSsim),
      likenessCell(photo.banner.beforeDb, photo.banner.beforeSsim),
      likenessCell(photo.banner.afterDb, photo.banner.afterSsim),
      `${kilobytes(avatarBytes)}, ${kilobytes(bannerBytes)}`,
    ]),
  );

/** Chart and logo, as sent. */
export const drawnTable = (rows: readonly Row[]): string =>
  table(
    ['', 'chart, avatar', 'chart, banner', 'logo, avatar', 'logo, banner'],
    rows.map(({ candidate, likeness: { chart, logo } }) => [
      candidate,
      ...[chart.avatar, chart.banner, logo.avatar, logo.banner].map(({ afterDb, afterSsim }) =>
        likenessCell(afterDb, afterSsim),
      ),
    ]),
  );

/** Our own likeness picture by picture: a mean hides the worst. */
export const ownTable = ({ likeness }: BrowserResults): string => {
  const own = likeness.filter(({ candidate }) => candidate === 'ours');
  const names = [...new Set(own.map(({ picture }) => picture))];
  const cell = (name: string, kind: 'avatar' | 'banner', pick: 'before' | 'after'): string => {
    const found = own.find((one) => one.picture === name && one.kind === kind);
    return found?.error ?? shown(found?.[pick]?.db ?? null, 1);
  };
  return table(
    ['', 'avatar before', 'as sent', 'banner before', 'as sent'],
    names.map((name) => [
      name,
      cell(name, 'avatar', 'before'),
      cell(name, 'avatar', 'after'),
      cell(name, 'banner', 'before'),
      cell(name, 'banner', 'after'),
    ]),
  );
};
