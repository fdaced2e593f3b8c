import type { HistoryPorts } from '../../components/history-ports.ts';
import type { StudioPorts } from '../../components/studio-ports.ts';
import { err, ok, type Result } from '../../utils/domain/result.ts';
import type { UndoProblem } from '../../utils/domain/undo-offer.ts';
import { findBlob, storeForSwap } from '../../utils/platform/blob-store.ts';
import * as store from '../../utils/platform/history-store.ts';
import type { FromOwnPages } from '../../utils/platform/messages.ts';
import { askFromOwnPage } from '../../utils/platform/messaging.ts';
import { isPrivatePage } from '../../utils/platform/private-context.ts';
import { readSetting } from '../../utils/platform/settings-store.ts';
import { exportHistory } from '../../utils/swap/history/export-history.ts';
import { importHistory } from '../../utils/swap/history/import-history.ts';
import { prepareUndo } from '../../utils/swap/history/prepare-undo.ts';

const begin = async (
  request: FromOwnPages['swap.start']['request'],
): ReturnType<StudioPorts['startSwap']> => {
  const started = await askFromOwnPage('swap.start', request);
  if (!started.ok) return err({ kind: 'notStarted', message: started.error.kind });
  return ok(started.value.jobId);
};

/** Hands a prepared file over. From a private window its name is not taken. */
export const startSwap: StudioPorts['startSwap'] = async ({ accountId, kind, prepared, name }) => {
  const isPrivate = await isPrivatePage();
  const stored = await storeForSwap(prepared.blob);
  if (!stored.ok) return stored;
  const named = name === undefined ? {} : { name };
  return begin({ accountId, kind, blobKey: stored.value, isPrivate, ...named });
};

const undo = async (jobId: string): Promise<Result<string, UndoProblem>> => {
  const isPrivate = await isPrivatePage();
  const asked = await askFromOwnPage('swap.undo', { jobId, isPrivate });
  if (!asked.ok) return err({ kind: 'notStarted' });
  if (asked.value.ok || asked.value.error.kind !== 'needsPreparing') return asked.value;
  const blobKey = await prepareUndo(jobId);
  if (blobKey === null) return err({ kind: 'notPrepared' });
  const again = await askFromOwnPage('swap.undo', { jobId, blobKey, isPrivate });
  return again.ok ? again.value : err({ kind: 'notStarted' });
};

/** The history's ports in a real browser. */
export const historyPorts: HistoryPorts = {
  isPrivate: isPrivatePage,
  watch: store.watchHistory,
  picture: ({ blobKey }) => findBlob(blobKey),
  rename: store.renamePicture,
  pin: store.pinPicture,
  remove: store.removeFromHistory,
  limitBytes: () => readSetting('historyLimitBytes'),
  setLimit: store.limitHistory,
  useAsIs: async ({ entry: { blobKey, name }, accountId, kind }) => {
    const isPrivate = await isPrivatePage();
    return begin({ accountId, kind, blobKey, isPrivate, ...(name !== undefined && { name }) });
  },
  undo,
  exportAll: () => exportHistory(Date.now()),
  importFrom: importHistory,
};
