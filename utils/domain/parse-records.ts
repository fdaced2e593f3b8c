import type { AccessLevel, Account, ReadWay } from './account.ts';
import type { BannerRegion } from './banner-region.ts';
import type { HistoryEntry, HistorySource } from './history.ts';
import type { PictureKind } from './picture.ts';
import {
  type Check,
  hasKind,
  isCount,
  isFlag,
  isNumber,
  isOneOf,
  isText,
  optional,
  orNull,
  parserOf,
} from './record-shape.ts';
import type { SwapJob, SwapState } from './swap-job.ts';

const areTexts: Check = (value) => Array.isArray(value) && value.every(isText);

const isWhole: Check = (value) => isCount(value) && Number.isSafeInteger(value);

/** A part of a banner in whole pixels; null unless it is one. */
export const parseBannerRegion = parserOf<BannerRegion>({
  widthPx: isWhole,
  heightPx: isWhole,
  leftPx: isWhole,
  topPx: isWhole,
});

const isRegion: Check = (value) => parseBannerRegion(value) !== null;

const accessLevels: Record<AccessLevel, true> = {
  read: true,
  'read-write': true,
  'read-write-directmessages': true,
  unknown: true,
};

const readWays: Record<ReadWay, true> = { show: true, verify: true, me: true };

const pictureKinds: Record<PictureKind, true> = { avatar: true, banner: true };

const sources: Record<HistorySource, true> = { set: true, saved: true, imported: true };

const states: Record<SwapState, true> = {
  prepared: true,
  queued: true,
  sending: true,
  checking: true,
  accepted: true,
  confirming: true,
  live: true,
  failed: true,
  cancelled: true,
};

/** A stored account; null unless it is one. */
export const parseAccount = parserOf<Account>({
  id: isText,
  userId: optional(isText),
  handle: isText,
  name: isText,
  pictureUrl: isText,
  bannerUrl: optional(isText),
  apiBase: isText,
  access: isOneOf(accessLevels),
  addedAtMs: isCount,
  readBy: optional(isOneOf(readWays)),
  isDefault: optional(isFlag),
});

/** A stored job; null unless it is one. */
export const parseSwapJob = parserOf<SwapJob>({
  id: isText,
  accountId: isText,
  handle: isText,
  kind: isOneOf(pictureKinds),
  batchId: optional(isText),
  blobKey: isText,
  state: isOneOf(states),
  createdAtMs: isCount,
  updatedAtMs: isCount,
  attempts: isCount,
  tries: isCount,
  looks: isCount,
  checkUntilMs: optional(isCount),
  dueAtMs: isCount,
  wait: orNull(hasKind),
  clockSkewMs: orNull(isNumber),
  previousKey: orNull(isText),
  acceptedAtMs: orNull(isCount),
  liveUrl: orNull(isText),
  failure: orNull(hasKind),
  region: optional(isRegion),
  isRemoval: optional(isFlag),
  name: optional(isText),
  isPrivate: optional(isFlag),
  undoOf: optional(isText),
  before: optional(hasKind),
  setEntryId: optional(isText),
});

/** A stored picture of the history; null unless it is one. */
export const parseHistoryEntry = parserOf<HistoryEntry>({
  id: isText,
  accountId: isText,
  kind: isOneOf(pictureKinds),
  handle: optional(isText),
  createdAtMs: isCount,
  usedAtMs: optional(isCount),
  source: isOneOf(sources),
  name: optional(isText),
  isPinned: isFlag,
  bytes: isCount,
  mime: isText,
  widthPx: isCount,
  heightPx: isCount,
  blobKey: isText,
  sha256: optional(isText),
  pictureKeys: optional(areTexts),
});
