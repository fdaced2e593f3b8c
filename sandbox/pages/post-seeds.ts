import type { PagePost, PostCounts } from './page-data-types.ts';

/** A post before it has an id and a time. */
export interface PostSeed extends Partial<Pick<PagePost, 'picture' | 'quote'>> {
  text: string;
  hoursAgo: number;
  counts: PostCounts;
}

function counts(replies: number, reposts: number, likes: number, views: number): PostCounts {
  return { replies, reposts, likes, views };
}

/** Posts of the accounts that people look at; everybody else gets `fillerPosts`. */
export const postsBySeed: Record<string, PostSeed[]> = {
  ada_paints: [
    {
      text: 'New pigment day. The blue is unreasonable.',
      hoursAgo: 3,
      counts: counts(14, 9, 212, 8_430),
    },
    {
      text: 'Low tide, 6:40 in the morning. Painted standing up because the bench was wet.',
      hoursAgo: 21,
      counts: counts(31, 48, 906, 24_100),
      picture: 'harbour.svg',
    },
    {
      text: 'Every boat in this harbour is somebody’s third-best idea and I love all of them.',
      hoursAgo: 49,
      counts: counts(6, 22, 341, 11_200),
      quote: { handle: 'river_notes', text: 'Three herons before breakfast.' },
    },
    {
      text: 'Prints of the lighthouse series are back. Forty of each, numbered by hand, slowly.',
      hoursAgo: 98,
      counts: counts(11, 17, 188, 6_950),
    },
  ],
  river_notes: [
    { text: 'Three herons before breakfast.', hoursAgo: 6, counts: counts(8, 12, 264, 7_010) },
    {
      text: 'Level at the old weir: 1.12 m and falling. Clear to the bottom.',
      hoursAgo: 30,
      counts: counts(2, 3, 51, 2_200),
    },
    {
      text: 'If you only follow one person who paints water, make it this one.',
      hoursAgo: 77,
      counts: counts(4, 19, 233, 9_800),
      quote: { handle: 'ada_paints', text: 'New pigment day. The blue is unreasonable.' },
    },
  ],
};

/** The latest post as the API names it, and the numbers a quiet account has. */
export function fillerPosts(latestPost: string, handle: string): PostSeed[] {
  if (latestPost === '') return [];
  const spread = handle.length;
  return [
    {
      text: latestPost,
      hoursAgo: 2 + spread,
      counts: counts(spread % 5, spread % 7, 11 * spread, 300 * spread),
    },
  ];
}
