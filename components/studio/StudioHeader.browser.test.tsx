import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../styles/studio-styles.ts';
import { someAccount } from '../testing/fake-ports.ts';
import { StudioHeader } from './StudioHeader.tsx';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await page.viewport(414, 896);
});

const all = ['Avatar', 'Banner', 'Profile', 'History', 'Sizes'].map((name) => ({ id: name, name }));

/** With the at sign, and as wide as letters get in a handle of ordinary text. */
const handle = 'maple_walker';

const widthOf = (text: string, like: Element): number => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.font = getComputedStyle(like).font;
  return context.measureText(text).width;
};

const open = async (widthPx: number, tabs: typeof all, chosenCount: number) => {
  await page.viewport(widthPx, 600);
  const accounts = [
    someAccount({ handle: `${handle}_of_the_north` }),
    someAccount({ id: '2', handle: 'fern_walker' }),
    someAccount({ id: '3', handle: 'studio_nine' }),
  ];
  render(
    <StudioHeader
      tabs={tabs}
      tabId="Avatar"
      onTab={() => undefined}
      accounts={accounts}
      chosen={accounts.slice(0, chosenCount)}
      onAccounts={() => undefined}
      onOpenOptions={() => undefined}
      onOpenWide={() => undefined}
    />,
    root,
  );
  const shown = root.querySelector('.chip__handle');
  if (!shown) throw new Error('the chip shows a handle');
  return shown;
};

describe('the account in the header', () => {
  test.each([
    [400, 2, 1],
    [400, 2, 3],
    [400, 5, 1],
    [400, 5, 3],
    [360, 5, 3],
  ])(
    'at %d px with %d tabs and %d chosen shows twelve letters and more',
    async (widthPx, tabs, chosen) => {
      const shown = await open(
        widthPx,
        all.filter(({ id }) => tabs === 5 || /Avatar|History/.test(id)),
        chosen,
      );
      expect(shown.clientWidth).toBeGreaterThanOrEqual(widthOf(`@${handle.slice(0, 11)}…`, shown));
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(widthPx);
      for (const tab of root.querySelectorAll('.tab')) {
        const { left, right } = tab.getBoundingClientRect();
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(widthPx);
      }
    },
  );
});
