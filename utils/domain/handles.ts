const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * First path segments of x.com that are never a person. From X's own client as other extensions copied it
 * (2024), plus those seen since, up to August 2026.
 */
const reserved = words(
  '404 about account bookmarks communities compose connect_people download explore follower_requests ' +
    'hashtag help home i intent jobs lists login logout mentions messages notifications oauth old ' +
    'personalization premium privacy register search search-advanced search-home session settings ' +
    'share signup topics tos twitterblue webview welcome who_to_follow widgets your_twitter_data',
);

/** Whether the first path segment of an address of x.com is one of X's own pages, whatever its case. */
export const isReserved = (segment: string): boolean => reserved.has(segment.toLowerCase());
