import { describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/control.ts';
import { keepEvidence } from '../support/evidence.ts';
import { shareMatrix } from '../support/matrix.ts';
import { openRow } from '../support/swap-row.ts';
import { openChromiumWorld, type World } from '../support/world.ts';

/*
 * Answers of X (and lost ones) through the whole interface, each once: what a person reads meanwhile and
 * at the end, and how many pictures reached X. The codes in full are in utils/swap/runner-matrix.test.ts.
 */

const look = '/1.1/users/show.json';
const upload = '/1.1/account/update_profile_image.json';

const [ofLook, ofUpload] = [{ match: { path: look } }, { match: { path: upload } }];

const byItself =
  /Your picture is safe\. Facelift tries again by itself at \d+:\d\d|Facelift sends it again by itself/;

interface Row {
  readonly says: string;
  readonly faults: readonly Fault[];
  /** What is read while it goes on by itself. */
  readonly meanwhile?: RegExp;
  /** What is read when it stopped; left out where it ends live. */
  readonly refusal?: RegExp;
  /** Pictures that X took. */
  readonly uploads: 0 | 1;
}

const passing: readonly Row[] = [
  {
    says: 'a bare 500',
    faults: [{ kind: 'status', status: 500, body: 'empty', ...ofUpload }],
    meanwhile: /Something went wrong at X’s end/,
    uploads: 1,
  },
  {
    says: '503 with code 130',
    faults: [{ kind: 'status', code: 130, ...ofUpload }],
    meanwhile: /X is overloaded right now/,
    uploads: 1,
  },
  {
    says: '429 with a reset',
    faults: [{ kind: 'status', status: 429, resetInS: 5, ...ofUpload }],
    meanwhile: /X allows only so many changes at a time/,
    uploads: 1,
  },
  {
    says: 'a line cut before X did anything',
    faults: [{ kind: 'drop-before', ...ofUpload }],
    meanwhile: /Checking whether X already has it\. The connection broke/,
    uploads: 1,
  },
  {
    says: 'a line cut when X had it',
    faults: [{ kind: 'drop-after', ...ofUpload }],
    meanwhile: /Checking whether X already has it\. The connection broke/,
    uploads: 1,
  },
  {
    says: 'a clock that is two hours off (135)',
    faults: [{ kind: 'clock', shiftMs: 7_200_000, count: 'always' }],
    uploads: 1,
  },
  {
    says: 'users/show forbidden, verify_credentials allowed',
    faults: [{ kind: 'status', code: 453, count: 'always', ...ofLook }],
    uploads: 1,
  },
];

const final: readonly Row[] = [
  {
    says: 'locked (326)',
    faults: [{ kind: 'lock', ...ofUpload }],
    refusal: /X has locked this account for now\. Sign in on x\.com.*Open x\.com/,
    uploads: 0,
  },
  {
    says: 'read-only keys (261)',
    faults: [{ kind: 'status', code: 261, ...ofUpload }],
    refusal: /may look at your profile but not change it.*Open settings/,
    uploads: 0,
  },
  {
    says: 'revoked between look and upload (89)',
    faults: [{ kind: 'revoke', when: 'after', ...ofLook }],
    refusal: /access token for this account has expired or was withdrawn.*Open settings/,
    uploads: 0,
  },
  {
    says: 'revoked once X had it (89)',
    faults: [{ kind: 'revoke', when: 'after', ...ofUpload }],
    refusal: /^X took the picture, but it could not be seen yet\. The access token/,
    uploads: 1,
  },
  {
    says: 'no credits (402)',
    faults: [{ kind: 'status', status: 402, body: 'problem', ...ofUpload }],
    refusal: /no credits left.*Open X’s developer console/,
    uploads: 0,
  },
  {
    says: 'plan too low (453)',
    faults: [{ kind: 'status', code: 453, ...ofUpload }],
    refusal: /plan on X does not include changing profile pictures/,
    uploads: 0,
  },
  {
    says: 'a picture X cannot use',
    faults: [{ kind: 'refuse-media', as: 'unrecognized', ...ofUpload }],
    refusal: /X could not use this picture\. Choose another picture/,
    uploads: 0,
  },
];

let world: World;
const tally = shareMatrix('answers of X', openChromiumWorld, (opened) => (world = opened));

describe('X answers', () => {
  test.for([...passing, ...final].map((row, index) => [row.says, row, index] as const))(
    '%s',
    async ([says, { faults, meanwhile, refusal, uploads }, index], { onTestFailed }) => {
      const { browser, control } = world;
      onTestFailed(() => keepEvidence(browser, control, says));
      const handle = `answer_${index + 1}`;
      const row = await openRow(browser, control, handle);
      for (const fault of faults) {
        control.addFault({ ...fault, match: { ...fault.match, account: handle } });
      }
      await row.studio.swap();
      if (refusal) {
        await row.read(refusal);
        await row.studio.screen.waitForButton('Try again');
      } else await row.studio.waitUntilLive(90_000);
      // Nothing is tried behind a person's back once it was refused.
      const end = { state: refusal ? 'failed' : 'live', dueAtMs: 0 };
      expect(await row.job()).toMatchObject(end);

      const words = await row.allWords();
      expect(words.filter((said) => meanwhile?.test(said) && byItself.test(said))).toHaveLength(
        meanwhile ? 1 : 0,
      );
      expect(words.some((said) => byItself.test(said))).toBe(meanwhile !== undefined);
      control.assertUploads(uploads, { account: handle });
      control.wire.assertNoOverlaps();
      await row.close();
      tally.add(refusal ? 'refused' : 'live', uploads);
    },
  );
});
