import { describe, expect, test } from 'vitest';
import { noTurn } from '../../utils/domain/turn.ts';
import type { OpenedPicture, Prepared } from '../studio-ports.ts';
import { someAccount, someJob } from '../testing/fake-ports.ts';
import type { Edit } from './edit.ts';
import {
  chosenAccount,
  chosenAccounts,
  freshPrepared,
  initialState,
  reduce,
  type StudioEvent,
  type StudioState,
} from './studio-state.ts';

const picture = {
  facts: { format: 'jpeg', bytes: 1, widthPx: 4000, heightPx: 3000 },
} as OpenedPicture;
const file = { blob: new Blob(['file']), facts: { mime: 'image/jpeg' } } as Prepared;
const one = someAccount();
const two = someAccount({ id: '2', handle: 'Bo_Bakes' });

const run = (events: readonly StudioEvent[], start = initialState('avatar', null)): StudioState =>
  events.reduce(reduce, start);

const loaded: StudioEvent = { type: 'loaded', picture };
const movedTo = (view: Edit['view']): StudioEvent => ({
  type: 'edited',
  edit: { view, turn: noTurn, wanted: view },
});
const editOf = (state: StudioState) => {
  if (!state.framing) throw new Error('no picture');
  return state.framing.edit;
};

describe('accounts', () => {
  test('the one the page was opened for is chosen, whatever the case of its handle', () => {
    const start = initialState('avatar', 'bo_bakes');
    const state = run([{ type: 'accounts', accounts: [one, two] }], start);
    expect(chosenAccount(state)).toBe(two);
  });

  test('a choice survives changes to the list, and falls back when its account goes', () => {
    const state = run([
      { type: 'accounts', accounts: [one, two] },
      { type: 'accountsChosen', accountIds: ['2'] },
      { type: 'accounts', accounts: [one, { ...two, name: 'New name' }] },
    ]);
    expect(chosenAccount(state)?.name).toBe('New name');
    expect(chosenAccount(reduce(state, { type: 'accounts', accounts: [one] }))).toBe(one);
    expect(chosenAccount(reduce(state, { type: 'accounts', accounts: [] }))).toBeNull();
  });
});

describe('several accounts', () => {
  const three = someAccount({ id: '3', handle: 'cy_codes', isDefault: true });
  const all: StudioEvent = { type: 'accounts', accounts: [one, two, three] };
  const handles = (state: StudioState) => chosenAccounts(state).map(({ handle }) => handle);

  test('the default is used where no page says which', () => {
    expect(handles(run([all]))).toEqual(['cy_codes']);
    expect(handles(run([all], initialState('avatar', 'bo_bakes')))).toEqual(['Bo_Bakes']);
  });

  test('a page of X means nobody on another server', () => {
    const elsewhere = { ...two, id: '9', apiBase: 'https://social.example' };
    const event: StudioEvent = { type: 'accounts', accounts: [one, elsewhere] };
    expect(handles(run([event], initialState('avatar', 'bo_bakes')))).toEqual([one.handle]);
  });

  test('several can be chosen; one that goes leaves the others', () => {
    const state = run([all, { type: 'accountsChosen', accountIds: ['3', '2'] }]);
    expect(handles(state)).toEqual(['cy_codes', 'Bo_Bakes']);
    const left = reduce(state, { type: 'accounts', accounts: [one, two] });
    expect([handles(left), left.alsoIds]).toEqual([['Bo_Bakes'], []]);
  });

  test('the end of one swap hides nothing of those begun with it', () => {
    const jobs = [
      someJob({ id: 'a', batchId: 'b', state: 'live' }),
      someJob({ id: 'c', batchId: 'b', accountId: '2', state: 'sending' }),
    ];
    const running = run([
      all,
      { type: 'accountsChosen', accountIds: [one.id] },
      { type: 'jobs', jobs },
      loaded,
    ]);
    expect(running.hiddenJobId).toBeNull();
    const over = jobs.map((job) => ({ ...job, state: 'failed' as const }));
    expect(run([{ type: 'jobs', jobs: over }, loaded], running).hiddenJobId).not.toBeNull();
  });
});

describe('pictures', () => {
  test('one that fails leaves the one before untouched', () => {
    const before = run([loaded]);
    const after = run(
      [
        { type: 'loading', stage: 'opening' },
        { type: 'loadFailed', problem: { kind: 'image', error: { kind: 'notAnImage' } } },
      ],
      before,
    );
    expect(after.framing).toBe(before.framing);
    expect(after.loading).toBeNull();
    expect(after.problem?.kind).toBe('image');
    expect(reduce(after, loaded).problem).toBeNull();
  });

  test('a file made for an earlier frame is dropped', () => {
    const first = run([loaded]);
    const old = editOf(first);
    const moved = reduce(first, movedTo({ centerX: 1800, centerY: 1500, zoom: 2 }));
    expect(reduce(moved, { type: 'prepared', value: file, edit: old })).toBe(moved);
  });

  test('pixels are shown before their file, which takes their place; those of an earlier frame are not', () => {
    const first = run([loaded]);
    const pixels = new Blob(['pixels']);
    const seen = reduce(first, { type: 'rendered', picture: pixels, edit: editOf(first) });
    expect(seen.shown).toBe(pixels);
    expect(freshPrepared(seen)).toBeNull();
    const ready = reduce(seen, { type: 'prepared', value: file, edit: editOf(first) });
    expect(ready.shown).toBe(file.blob);
    const moved = reduce(ready, movedTo({ centerX: 1800, centerY: 1500, zoom: 2 }));
    expect(reduce(moved, { type: 'rendered', picture: pixels, edit: editOf(first) })).toBe(moved);
    expect(moved.shown).toBe(file.blob);
    expect(reduce(moved, loaded).shown).toBeNull();
  });

  test('a file is fresh only for the frame it was made from; until then the last one is kept', () => {
    const first = run([loaded]);
    const ready = reduce(first, { type: 'prepared', value: file, edit: editOf(first) });
    expect(freshPrepared(ready)).toBe(file);
    const moved = reduce(ready, movedTo({ centerX: 1700, centerY: 1500, zoom: 2 }));
    expect(freshPrepared(moved)).toBeNull();
    expect(moved.prepared?.value).toBe(file);
    expect(freshPrepared(reduce(moved, { type: 'stepped', direction: 'undo' }))).toBe(file);
  });

  test('a file that cannot be made calls a pressed swap off', () => {
    const wanted = run([loaded, { type: 'swapWanted' }]);
    const failed = reduce(wanted, {
      type: 'prepareFailed',
      error: { kind: 'encodeFailed' },
      edit: editOf(wanted),
    });
    expect(failed.start).toBe('idle');
    expect(failed.prepareError?.kind).toBe('encodeFailed');
  });
});

describe('swaps', () => {
  const accounts: StudioEvent = { type: 'accounts', accounts: [one] };

  test('starting lasts until the job is there, in whichever order the two arrive', () => {
    const starting = run([accounts, loaded, { type: 'swapWanted' }, { type: 'swapStarting' }]);
    const job: StudioEvent = { type: 'jobs', jobs: [someJob()] };
    const told: StudioEvent = { type: 'swapStarted', jobId: 'job-1' };
    expect(reduce(starting, told).start).toBe('starting');
    expect(run([told, job], starting).start).toBe('idle');
    expect(run([job, told], starting).start).toBe('idle');
  });

  test('one that could not start says so until the next try', () => {
    const problem = { kind: 'noRoom', message: 'QuotaExceededError' } as const;
    const state = run([accounts, loaded, { type: 'swapNotStarted', problem }]);
    expect(state.startError).toBe(problem);
    expect(state.start).toBe('idle');
    expect(reduce(state, { type: 'swapWanted' }).startError).toBeNull();
  });

  test('a finished one steps aside for the next picture or frame, a running one does not', () => {
    const live = run([accounts, loaded, { type: 'jobs', jobs: [someJob({ state: 'live' })] }]);
    expect(live.hiddenJobId).toBeNull();
    expect(reduce(live, loaded).hiddenJobId).toBe('job-1');
    expect(reduce(live, { type: 'edited', edit: editOf(live) }).hiddenJobId).toBe('job-1');
    const running = reduce(live, { type: 'jobs', jobs: [someJob({ state: 'sending' })] });
    expect(reduce(running, loaded).hiddenJobId).toBeNull();
  });
});
