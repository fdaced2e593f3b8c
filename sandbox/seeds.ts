import type { AccessLevel } from './world-types.ts';

/** How a seed's picture is made: a scene of `art/`, X's default picture, or none at all. */
export interface UserSeed {
  handle: string;
  name: string;
  description: string;
  location: string;
  url: string;
  joined: string;
  followers: number;
  following: number;
  posts: number;
  latestPost: string;
  /** Fixed id for a user from before snowflake ids; else the id follows from `joined`. */
  id?: string;
  access?: AccessLevel;
  picture?: 'jpg' | 'png' | 'default';
  banner?: boolean;
  suspended?: boolean;
  verified?: boolean;
  formerHandles?: string[];
}

type Row = [handle: string, name: string, joined: string, description: string, post: string];
type Extra = Partial<Omit<UserSeed, 'handle' | 'name' | 'joined' | 'description' | 'latestPost'>>;

function seed([handle, name, joined, description, latestPost]: Row, extra: Extra = {}): UserSeed {
  // Numbers that differ from user to user and stay the same from run to run.
  const spread = [...handle].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
  return {
    handle,
    name,
    joined,
    description,
    latestPost,
    location: '',
    url: '',
    followers: 40 + (spread % 4800),
    following: 30 + (spread % 610),
    posts: 120 + (spread % 7300),
    ...extra,
  };
}

/** Nobody real: plain invented handles. The first one is signed in. */
export const userSeeds: UserSeed[] = [
  seed(
    [
      'ada_paints',
      'Ada Paints',
      '2018-03-11T09:12:44Z',
      'Watercolours of harbours. Prints at http://shop.example/ada',
      'New pigment day. The blue is unreasonable.',
    ],
    { access: 'read-write', location: 'Port Lowen', url: 'http://ada.example/', banner: true },
  ),
  seed(
    [
      'studio_nine',
      'Studio Nine',
      '2019-10-02T14:30:05Z',
      'A small design studio: type, posters, signs.',
      'Poster no. 41 is off to the printer.',
    ],
    { access: 'read-write-directmessages', picture: 'png', url: 'https://nine.example/work' },
  ),
  seed(
    ['quiet_reader', 'Quiet Reader', '2021-06-19T20:01:13Z', 'Mostly novels.', 'Page 212. Wow.'],
    { access: 'read' },
  ),
  seed(
    [
      'river_notes',
      'River Notes',
      '2012-05-23T07:45:00Z',
      'Water levels and herons.',
      'Three herons before breakfast.',
    ],
    { id: '589104477', banner: true, location: 'Upstream' },
  ),
  seed(
    [
      'copper_kettle',
      'Copper Kettle',
      '2017-11-30T10:10:10Z',
      'Tea, timed properly.',
      'Ninety seconds. Not a moment more.',
    ],
    { picture: 'png', banner: true },
  ),
  seed(
    [
      'night_tram',
      'Night Tram',
      '2020-02-08T23:59:01Z',
      'Line 6, last run.',
      'Empty carriage, wet windows, good light.',
    ],
    { banner: true },
  ),
  seed([
    'moss_and_fern',
    'Moss & Fern',
    '2018-08-15T06:20:31Z',
    'A shade garden in progress.',
    'The ostrich fern made it through winter.',
  ]),
  seed(
    [
      'paper_orbit',
      'Paper Orbit',
      '2016-12-01T18:18:18Z',
      'Origami and astronomy.',
      'Folded a Saturn. The ring took four tries.',
    ],
    { picture: 'png', verified: true, banner: true },
  ),
  seed([
    'slow_cycling',
    'Slow Cycling Club',
    '2022-04-04T12:00:00Z',
    'We stop for every bakery.',
    'Average speed 11 km/h, average pastries 2.',
  ]),
  seed([
    'tin_lighthouse',
    'Tin Lighthouse',
    '2019-01-27T16:42:09Z',
    'Radio plays from a shed.',
    'Episode 30 has an actual foghorn in it.',
  ]),
  seed(
    [
      'maple_forum',
      'Maple Forum',
      '2023-09-09T09:09:09Z',
      'Woodworkers, gathered.',
      'Sharpen first, ask later.',
    ],
    { picture: 'png' },
  ),
  seed([
    'cloud_ledger',
    'Cloud Ledger',
    '2020-10-10T10:10:10Z',
    'One sky photo a day.',
    'Day 1,204: mackerel sky.',
  ]),
  seed(
    ['blank_slate', 'Blank Slate', '2024-01-15T11:22:33Z', '', 'Just arrived. What is this place?'],
    { picture: 'default' },
  ),
  seed(
    [
      'echo_harbour',
      'Echo Harbour',
      '2019-05-05T05:05:05Z',
      'Field recordings. Formerly echo_bay.',
      'Rope against mast, 4 minutes.',
    ],
    { formerHandles: ['echo_bay'] },
  ),
  seed(
    ['loud_bargains', 'LOUD BARGAINS', '2021-12-24T00:00:01Z', 'Deals!!!', 'Deals!!! Deals!!!'],
    { suspended: true },
  ),
];
