import { commands } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { findButtonPlace } from './button-place.ts';
import { ownHandle } from './own-handle.ts';
import { anyAvatar, ownerOf } from './selectors.ts';

/** Real pages may lie beside the project; they are other people's, so the project does not bring them along. */
const folder = '../shared/data/x-pages';

const savedPage = async (name: string): Promise<Document | null> => {
  try {
    const text = await commands.readFile(`${folder}/${name}`);
    return new DOMParser().parseFromString(text, 'text/html');
  } catch {
    return null;
  }
};

describe('pages as X served them', () => {
  it('signed in, an article (2026-02-13)', async (context) => {
    const page = await savedPage('2026-02-13_x_article-signed-in_kepano-viewing-arscontexta.html');
    if (!page) return context.skip();
    expect(ownHandle(page, '')).toEqual({ ok: true, value: 'kepano' });
    expect(findButtonPlace(page, 'kepano').ok).toBe(false);
    page.querySelector('[data-testid="SideNav_AccountSwitcher_Button"]')?.remove();
    expect(ownHandle(page, '').ok).toBe(false);
  });

  it('logged out, a profile (2025-12-07)', async (context) => {
    const page = await savedPage('2025-12-07_x_profile-logged-out-ssr_Kikobeats.html');
    if (!page) return context.skip();
    expect(ownHandle(page, '').ok).toBe(false);
    expect(findButtonPlace(page, 'kikobeats')).toEqual({
      ok: false,
      error: { kind: 'selectorMissing', name: 'editProfile' },
    });
    expect([...page.querySelectorAll(anyAvatar)].map(ownerOf)).toEqual(['Kikobeats']);
  });
});
