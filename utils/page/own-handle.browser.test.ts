import { describe, expect, it } from 'vitest';
import { ownHandle } from './own-handle.ts';
import { profileHtml, putPage, startStateHtml } from './testing/pages.ts';

const read = (html: string, cookie = '') => {
  putPage(html);
  return ownHandle(document, cookie);
};

const missing = { ok: false, error: { kind: 'selectorMissing', name: 'accountAvatar' } };

describe('ownHandle', () => {
  it('reads the account switcher, in its letter case, whatever the profile and the language', () => {
    const page = profileHtml({ handle: 'river_notes', viewer: 'Ada_Paints' });
    expect(read(page)).toEqual({ ok: true, value: 'Ada_Paints' });
  });

  it('reads the profile link where the switcher is not there yet', () => {
    const page = profileHtml({ handle: 'river_notes', viewer: 'explorer_x' });
    putPage(page);
    document.querySelector('[data-testid="SideNav_AccountSwitcher_Button"]')?.remove();
    expect(ownHandle(document, '')).toEqual({ ok: true, value: 'explorer_x' });
  });

  it('reads the drawer button of the narrow layout', () => {
    const page = profileHtml({ handle: 'river_notes', viewer: 'ada_paints', narrow: true });
    expect(read(page)).toEqual({ ok: true, value: 'ada_paints' });
  });

  describe('from the start state', () => {
    const page =
      profileHtml({ handle: 'river_notes', viewer: null }) + startStateHtml('77', 'ada_paints');

    it.each(['twid=u%3D77', 'lang=en; twid="u=77"; ct0=1'])(
      'takes the account of the cookie %s',
      (cookie) => {
        expect(read(page, cookie)).toEqual({ ok: true, value: 'ada_paints' });
      },
    );

    it('does not take an account that was switched away from', () => {
      expect(read(page, 'twid=u%3D78')).toEqual(missing);
      expect(read(page, 'xtwid=u%3D77')).toEqual(missing);
    });
  });

  it('finds nobody for a visitor, though the page is full of avatars', () => {
    expect(read(profileHtml({ handle: 'ada_paints', viewer: null }))).toEqual(missing);
    expect(read('<div id="react-root"></div>')).toEqual(missing);
  });
});
