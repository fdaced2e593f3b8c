import { beforeEach, describe, expect, it } from 'vitest';
import { createRepainter, showNewPicture, type NewPicture, type Repainter } from './repaint.ts';
import { avatarHtml, profileHtml, putPage } from './testing/pages.ts';

const base = 'https://pbs.twimg.com/profile_images/2002/newToken';
const news: NewPicture = {
  handle: 'ADA_paints',
  previousKey: '1001/oldToken',
  pictureUrl: `${base}_normal.png`,
};

const avatars = (handle: string): Element[] => [
  ...document.querySelectorAll(`[data-testid="UserAvatar-Container-${handle}"]`),
];
const srcOf = (avatar: Element): string | null | undefined =>
  avatar.querySelector('img')?.getAttribute('src');
const backgroundOf = (element: Element | null): string =>
  (element as HTMLElement | null)?.style.backgroundImage ?? '';
const backgroundIn = (avatar: Element): string =>
  backgroundOf(avatar.querySelector('[style*="background-image"]'));
const ownIn = (avatar: Element): Element | null =>
  avatar.querySelector('[data-facelift="picture"]');

const elementOf = (html: string): Element => {
  const box = document.createElement('div');
  box.innerHTML = html;
  document.body.append(box);
  return box;
};

beforeEach(() => putPage(profileHtml({ handle: 'ada_paints', viewer: 'ada_paints' })));

describe('showNewPicture', () => {
  it('sets both layers of every avatar, each in its own size', () => {
    expect(showNewPicture(document, news)).toBe(4);
    expect(avatars('ada_paints').map(srcOf)).toEqual([
      `${base}_x96.png`,
      `${base}_400x400.png`,
      `${base}_x96.png`,
      `${base}_mini.png`,
    ]);
    for (const avatar of avatars('ada_paints')) {
      expect(backgroundIn(avatar)).toBe(`url("${srcOf(avatar)}")`);
    }
    expect(showNewPicture(document, news)).toBe(0);
  });

  it('leaves other people alone', () => {
    putPage(profileHtml({ handle: 'ada_paints_too', viewer: 'river_notes' }));
    const before = document.body.innerHTML;
    expect(showNewPicture(document, { ...news, previousKey: '7/other' })).toBe(0);
    expect(document.body.innerHTML).toBe(before);
  });

  it('adds a picture of its own where X has withdrawn its', () => {
    putPage(avatarHtml({ handle: 'ada_paints', drawn: false }));
    expect(showNewPicture(document, news)).toBe(1);
    const [own] = document.querySelectorAll('[data-facelift="picture"]');
    expect(own?.parentElement?.className).toBe('frame');
    expect(backgroundOf(own ?? null)).toBe(`url("${base}_400x400.png")`);
    expect(document.querySelectorAll('.frame > div:first-child > div')).toHaveLength(1);
  });

  it('shows it in places that do not say whose they are', () => {
    const chat = elementOf(
      `<img src="https://pbs.twimg.com/profile_images/1001/oldToken_bigger.jpg">`,
    );
    const dialog = elementOf(avatarHtml({ handle: 'unknown', href: null }));
    const other = elementOf(
      `<img src="https://pbs.twimg.com/profile_images/1001/oldTokenX_bigger.jpg">`,
    );
    showNewPicture(document, news);
    expect(srcOf(chat)).toBe(`${base}_bigger.png`);
    expect(srcOf(dialog)).toBe(`${base}_x96.png`);
    expect(backgroundIn(dialog)).toBe(`url("${base}_x96.png")`);
    expect(srcOf(other)).toContain('oldTokenX');
  });

  it('does not touch everybody’s default picture', () => {
    const sticky = 'https://abs.twimg.com/sticky/default_profile_images/default_profile';
    putPage(
      avatarHtml({ handle: 'ada_paints', picture: sticky }) +
        avatarHtml({ handle: 'blank_slate', picture: sticky }),
    );
    expect(showNewPicture(document, { ...news, previousKey: null })).toBe(1);
    expect(avatars('blank_slate').map(srcOf)).toEqual([`${sticky}_x96.jpg`]);
  });
});

describe('createRepainter', () => {
  let repainter: Repainter;
  const added = (html: string): Element => {
    const element = elementOf(html);
    repainter.look({ added: [element], changed: [] });
    return element;
  };
  const withdraw = (avatar: Element): void => {
    const img = avatar.querySelector('img');
    avatar
      .querySelector<HTMLElement>('[style*="background-image"]')
      ?.style.removeProperty('background-image');
    const parent = img?.parentElement;
    img?.remove();
    repainter.look({ added: [], changed: parent ? [parent] : [] });
  };

  beforeEach(async () => {
    repainter = createRepainter(document, () => Promise.resolve());
    await repainter.show(news);
  });

  it('repaints what X draws again from its old data', () => {
    const header = added(avatarHtml({ handle: 'Ada_Paints', size: '_400x400' }));
    expect(srcOf(header)).toBe(`${base}_400x400.png`);
    const older = added(
      avatarHtml({
        handle: 'ada_paints',
        picture: 'https://pbs.twimg.com/profile_images/900/older',
      }),
    );
    expect(srcOf(older)).toBe(`${base}_x96.png`);
  });

  it('stands in once X withdraws the old picture, and steps aside once X draws one', () => {
    const avatar = added(avatarHtml({ handle: 'ada_paints' }));
    withdraw(avatar);
    expect(backgroundOf(ownIn(avatar))).toBe(`url("${base}_400x400.png")`);
    const image = elementOf(avatarHtml({ handle: 'ada_paints', picture: base })).querySelector(
      'img',
    );
    avatar.querySelector('.frame > div')?.append(image ?? '');
    repainter.look({ added: image ? [image] : [], changed: [] });
    expect(avatar.querySelectorAll('img')).toHaveLength(1);
  });

  it('takes its stand-in away where X uses the node for somebody else', () => {
    const avatar = added(avatarHtml({ handle: 'ada_paints', drawn: false }));
    expect(ownIn(avatar)).not.toBeNull();
    const container = avatar.firstElementChild;
    container?.setAttribute('data-testid', 'UserAvatar-Container-river_notes');
    repainter.look({ added: [], changed: container ? [container] : [] });
    expect(ownIn(avatar)).toBeNull();
  });

  it('leaves a picture alone that is newer than the news', () => {
    const picture = 'https://pbs.twimg.com/profile_images/3003/newest';
    expect(srcOf(added(avatarHtml({ handle: 'ada_paints', picture })))).toBe(`${picture}_x96.jpg`);
    const sticky = 'https://abs.twimg.com/sticky/default_profile_images/default_profile';
    expect(srcOf(added(avatarHtml({ handle: 'ada_paints', picture: sticky })))).toContain(sticky);
  });

  it('follows a second swap, and goes back with an undo', async () => {
    const third = 'https://pbs.twimg.com/profile_images/3003/third_normal.jpg';
    await repainter.show({ handle: 'ada_paints', previousKey: '2002/newToken', pictureUrl: third });
    expect(srcOf(added(avatarHtml({ handle: 'ada_paints' })))).toContain('3003/third_x96');
    await repainter.show({ ...news, previousKey: '3003/third' });
    const drawnByX = added(
      avatarHtml({ handle: 'ada_paints', picture: third.replace('_normal.jpg', '') }),
    );
    expect(srcOf(drawnByX)).toBe(`${base}_x96.png`);
  });

  it('remembers eight accounts and no more', async () => {
    for (let index = 0; index < 8; index += 1) {
      await repainter.show({ ...news, handle: `person_${index}`, previousKey: '5/x' });
    }
    const forgotten = added(avatarHtml({ handle: 'ada_paints' }));
    expect(srcOf(forgotten)).toContain('1001/oldToken');
    expect(srcOf(added(avatarHtml({ handle: 'person_0' })))).toContain('2002/newToken');
  });
});
