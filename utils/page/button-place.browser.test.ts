import { describe, expect, it } from 'vitest';
import { findButtonPlace } from './button-place.ts';
import { profileHtml, putPage, type ProfileOptions } from './testing/pages.ts';

const find = (options: ProfileOptions, handle = options.viewer ?? options.handle) => {
  putPage(profileHtml(options));
  return findButtonPlace(document, handle);
};

describe('findButtonPlace', () => {
  it.each([
    { handle: 'ada_paints', viewer: 'ada_paints' },
    { handle: 'explorer_x', viewer: 'explorer_x' },
    { handle: 'ada_paints', viewer: 'ada_paints', narrow: true },
    { handle: 'ada_paints', viewer: 'ada_paints', editHref: '/i/flow/setup_profile' },
  ])('is the row of the edit button: %j', (options) => {
    const place = find(options);
    expect(place.ok && place.value.row.className).toBe('actions');
    expect(place.ok && place.value.editButton.getAttribute('data-testid')).toBe(
      'editProfileButton',
    );
  });

  it('does not mind letter case', () => {
    expect(find({ handle: 'Ada_Paints', viewer: 'Ada_Paints' }, 'ada_paints').ok).toBe(true);
  });

  it('stays in the row where the edit button has boxes of its own around it', () => {
    putPage(profileHtml({ handle: 'ada_paints', viewer: 'ada_paints' }));
    const edit = document.querySelector('[data-testid="editProfileButton"]');
    const wrapper = document.createElement('div');
    edit?.replaceWith(wrapper);
    if (edit) wrapper.append(edit);
    const place = findButtonPlace(document, 'ada_paints');
    expect(place.ok && place.value.row.className).toBe('actions');
  });

  it('passes over a banner that leads to the same dialog', () => {
    putPage(profileHtml({ handle: 'ada_paints', viewer: 'ada_paints' }));
    document.querySelector('a[href$="/header_photo"]')?.setAttribute('href', '/settings/profile');
    const place = findButtonPlace(document, 'ada_paints');
    expect(place.ok && place.value.editButton.getAttribute('data-testid')).toBe(
      'editProfileButton',
    );
  });

  it('finds the face of an account without a picture, which is no link', () => {
    putPage(profileHtml({ handle: 'ada_paints', viewer: 'ada_paints' }));
    document.querySelector('a[href="/ada_paints/photo"]')?.removeAttribute('href');
    expect(findButtonPlace(document, 'ada_paints').ok).toBe(true);
  });

  it.each([
    { handle: 'river_notes', viewer: 'ada_paints' },
    { handle: 'ada_paints', viewer: null },
  ])('is nowhere on other people’s pages and for visitors: %j', (options) => {
    expect(find(options)).toEqual({
      ok: false,
      error: { kind: 'selectorMissing', name: 'editProfile' },
    });
  });

  it('names the column where there is none', () => {
    putPage('<div id="react-root"></div>');
    expect(findButtonPlace(document, 'ada_paints')).toEqual({
      ok: false,
      error: { kind: 'selectorMissing', name: 'primaryColumn' },
    });
  });
});
