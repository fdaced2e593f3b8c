import type { RealBrowser, Screen } from '../screen.ts';
import { waitUntil } from '../support/wait-until.ts';
import { studioPage, type StudioPage } from './studio-page.ts';

/** `<user id>/<upload second>` in the address of a banner. */
export const bannerKeyIn = (address: string): string | undefined =>
  /\/profile_banners\/(\d+\/\d+)/.exec(address)?.[1];

/** `<id>/<token>` in the address of an uploaded picture; undefined for X's default one. */
export const pictureKeyIn = (address: string): string | undefined =>
  /\/profile_images\/(\d+\/[\w-]+?)(?:_\w+)?\.\w+$/.exec(address)?.[1];

export interface ProfilePage {
  readonly screen: Screen;
  /** Presses the extension's button and returns the studio it opens. */
  pressSwap(): Promise<StudioPage>;
  /** Addresses all visible avatars of this person are drawn from. */
  avatars(): Promise<string[]>;
  /** Waits until every visible avatar of this person is drawn from one and the same picture. */
  waitUntilShown(pictureUrl: string): Promise<void>;
  /** Waits until the banner in the header is drawn from this upload. */
  waitUntilBannerShown(bannerUrl: string): Promise<void>;
}

const shownTimeoutMs = 15_000;

/** A person's profile on X (or any page of X with that person's avatars), open in `screen`. */
export const profilePage = (browser: RealBrowser, screen: Screen, handle: string): ProfilePage => {
  const avatars = () => screen.drawn(`[data-testid="UserAvatar-Container-${handle}" i]`);
  return {
    screen,
    avatars,
    pressSwap: async () => {
      await screen.front();
      await screen.waitForButton('Swap avatar');
      const studio = await browser.tabOpenedBy(() => screen.press('Swap avatar'), 'studio.html');
      return studioPage(studio);
    },
    waitUntilShown: async (pictureUrl) => {
      const wanted = pictureKeyIn(pictureUrl);
      await waitUntil(
        async () => {
          const keys = (await avatars()).map(pictureKeyIn);
          return keys.length > 0 && keys.every((key) => key === wanted);
        },
        {
          timeoutMs: shownTimeoutMs,
          what: `all avatars of @${handle} to be drawn from ${pictureUrl}`,
        },
      );
    },
    waitUntilBannerShown: async (bannerUrl) => {
      await waitUntil(
        async () => {
          const drawn = await screen.drawn(`a[href="/${handle}/header_photo" i]`);
          return (
            drawn.length > 0 && drawn.every((one) => bannerKeyIn(one) === bannerKeyIn(bannerUrl))
          );
        },
        {
          timeoutMs: shownTimeoutMs,
          what: `the banner of @${handle} to be drawn from ${bannerUrl}`,
        },
      );
    },
  };
};

export const openProfile = async (
  browser: RealBrowser,
  handle: string,
  host = 'x.com',
): Promise<ProfilePage> =>
  profilePage(browser, await browser.open(`https://${host}/${handle}`), handle);
