import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createButtonKeeper, type ButtonKeeper } from './button-keeper.ts';
import { createSwapButton, type SwapButton } from './swap-button.ts';
import { profileHtml, putPage, type ProfileOptions } from './testing/pages.ts';

const own: ProfileOptions = { handle: 'ada_paints', viewer: 'ada_paints' };
const ownPage = 'https://x.com/ada_paints';

let button: SwapButton;
let keeper: ButtonKeeper;
const pressed = vi.fn();

const hosts = (): Element[] => [...document.querySelectorAll('[data-facelift="button"]')];
const inner = (): HTMLButtonElement =>
  button.host.shadowRoot?.querySelector('button') as HTMLButtonElement;
const check = (address: string, more = {}): void =>
  keeper.check({ address, look: false, size: false, ...more });
const editTop = (): number | undefined =>
  document.querySelector('[data-testid="editProfileButton"]')?.getBoundingClientRect().top;

beforeEach(() => {
  pressed.mockReset();
  button = createSwapButton(pressed);
  keeper = createButtonKeeper(button);
  putPage(profileHtml(own));
});

afterEach(() => {
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
});

describe('the button on the page', () => {
  it('stands on one’s own profile, once, however often it is looked at', () => {
    check(ownPage);
    check(ownPage);
    expect(hosts()).toEqual([button.host]);
    expect(keeper.handle()).toBe('ada_paints');
    expect(button.host.nextElementSibling?.getAttribute('data-testid')).toBe('editProfileButton');
  });

  it('comes back after the header was replaced and after only a part of it was', () => {
    check(ownPage);
    putPage(profileHtml(own));
    check(ownPage);
    expect(hosts()).toEqual([button.host]);
    document
      .querySelector('.actions')
      ?.replaceWith(
        document
          .createRange()
          .createContextualFragment(
            '<div class="actions" style="display:flex"><a href="/settings/profile">Bearbeiten</a></div>',
          ),
      );
    check(ownPage);
    expect(hosts()).toEqual([button.host]);
  });

  it('goes away elsewhere', () => {
    for (const elsewhere of [
      '/home',
      '/river_notes',
      '/ada_paints/followers',
      '/ada_paints/status/1',
    ]) {
      check(ownPage);
      expect(hosts()).toHaveLength(1);
      check(`https://x.com${elsewhere}`);
      expect(hosts()).toHaveLength(0);
      expect(keeper.handle()).toBeNull();
    }
  });

  it('stays under dialogs, and at any spelling of the address', () => {
    for (const address of [
      '/ADA_paints',
      '/ada_paints/photo',
      '/settings/profile',
      '/ada_paints/media',
    ]) {
      check(`https://x.com${address}`);
      expect(hosts()).toHaveLength(1);
    }
  });

  it('replaces one that an earlier copy of the extension has left', () => {
    const older = createSwapButton(pressed);
    document.querySelector('.actions')?.prepend(older.host);
    check(ownPage);
    expect(hosts()).toEqual([button.host]);
  });

  it.each([
    [600, 'full'],
    [330, 'compact'],
    [290, 'compact'],
    [200, 'overlay'],
  ])('moves nothing of X’s in a header %i px wide, being %s', (widthPx, form) => {
    const column = document.querySelector<HTMLElement>('[aria-label]');
    column?.style.setProperty('width', `${widthPx}px`);
    const before = editTop();
    check(ownPage);
    expect(editTop()).toBe(before);
    expect(button.host.dataset['form']).toBe(form);
  });

  it('finds its form anew when the window changes', () => {
    check(ownPage);
    document.querySelector<HTMLElement>('[aria-label]')?.style.setProperty('width', '300px');
    check(ownPage, { size: true });
    expect(button.host.dataset['form']).not.toBe('full');
  });
});

describe('its look', () => {
  it('is as tall as X’s button beside it and follows the theme', () => {
    check(ownPage);
    expect(inner().getBoundingClientRect().height).toBe(36);
    expect(getComputedStyle(inner()).color).toBe('rgb(15, 20, 25)');
    document.body.style.backgroundColor = 'rgb(0, 0, 0)';
    check(ownPage, { look: true });
    expect(getComputedStyle(inner()).color).toBe('rgb(239, 243, 244)');
    expect(getComputedStyle(inner()).borderTopColor).toBe('rgb(83, 100, 113)');
  });

  it('is out of reach for the page’s own style sheets', () => {
    const rude = document.createElement('style');
    rude.textContent =
      'div, button, span { display: none; margin: 90px; color: red; font-size: 50px }';
    document.head.append(rude);
    button.dress({
      theme: 'light',
      text: 'rgb(15,20,25)',
      border: 'red',
      heightPx: 36,
      fontPx: 15,
      fontFamily: 'Arial',
      marginBottomPx: 12,
    });
    document.documentElement.append(button.host);
    const { height } = inner().getBoundingClientRect();
    const { color } = getComputedStyle(inner());
    rude.remove();
    button.host.remove();
    expect({ height, color }).toEqual({ height: 36, color: 'rgb(15, 20, 25)' });
  });
});

describe('its behaviour', () => {
  beforeEach(() => check(ownPage));

  it('has the same name in every form', () => {
    expect(inner().ariaLabel).toBe('Swap avatar');
    button.setForm('compact');
    expect(inner().ariaLabel).toBe('Swap avatar');
    expect(inner().title).toBe('Swap avatar');
  });

  it('is pressed once, and not while it is busy', async () => {
    await userEvent.click(inner());
    button.say('busy');
    await userEvent.click(inner());
    button.say('ready');
    inner().focus();
    await userEvent.keyboard('{Enter}');
    expect(pressed).toHaveBeenCalledTimes(2);
  });

  it('is not pressed by scripts of the page', () => {
    inner().click();
    inner().dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(pressed).not.toHaveBeenCalled();
  });

  it('keeps clicks and the keys that press it from the page', () => {
    const heard = vi.fn();
    document.body.addEventListener('click', heard);
    document.body.addEventListener('keydown', heard);
    const press = (key: string) =>
      inner().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    inner().click();
    press('Enter');
    expect(heard).not.toHaveBeenCalled();
    press('Tab');
    expect(heard).toHaveBeenCalledOnce();
    document.body.removeEventListener('click', heard);
    document.body.removeEventListener('keydown', heard);
  });

  it('says when this tab has to be loaded anew', () => {
    button.say('unreachable');
    expect(inner().ariaLabel).toBe('Reload this tab to use Facelift');
    expect(inner().title).toBe('Reload this tab to use Facelift');
  });
});
