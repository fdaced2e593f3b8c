import type { SandboxUser, World } from '../world.ts';
import { jsonAnswer, problem } from './errors.ts';
import type { ApiAnswer, ApiCall } from './types.ts';
import { linked } from './user-object.ts';
import { maxUsersPerCall } from './users.ts';

const problemBase = 'https://api.twitter.com/2/problems';

type FieldReader = (user: SandboxUser, world: World) => unknown;

/** What `user.fields` may name. X docs, v2 users; profile_banner_url since 2024-06-17. */
const optionalFields: Record<string, FieldReader> = {
  created_at: (user) => new Date(user.createdAtMs).toISOString(),
  description: (user) => linked(user.description).text,
  entities: (user) => entitiesOf(user),
  location: (user) => user.location || undefined,
  profile_image_url: (user, world) => world.avatarUrl(user),
  profile_banner_url: (user, world) => world.bannerUrl(user),
  protected: () => false,
  public_metrics: (user) => ({
    followers_count: user.followers,
    following_count: user.following,
    tweet_count: user.posts,
    listed_count: Math.floor(user.followers / 90),
    like_count: user.likes,
  }),
  url: (user) => linked(user.url).text,
  verified: (user) => user.verified,
};
const defaultFields = new Set(['id', 'name', 'username']);

/** What short links of a profile point to; undefined where it has none. X docs, v2 users, 2024. */
function entitiesOf(user: SandboxUser): unknown {
  const linksIn = (text: string) => {
    const urls = linked(text).entities.map(({ indices: [start, end], ...link }) => ({
      start,
      end,
      ...link,
    }));
    return urls.length > 0 ? { urls } : undefined;
  };
  const url = linksIn(user.url);
  const description = linksIn(user.description);
  if (!url && !description) return undefined;
  return { ...(url && { url }), ...(description && { description }) };
}

/** GET /2/users/me */
export function v2Me(call: ApiCall): ApiAnswer {
  return withFields(call, (read) => jsonAnswer({ data: read(call.account) }));
}

/** GET /2/users/by: 200 even when some, or all, are missing. */
export function v2UsersBy(call: ApiCall): ApiAnswer {
  return several(call, 'usernames', /^[A-Za-z0-9_]{1,15}$/, (name) =>
    call.world.userByHandle(name),
  );
}

/** GET /2/users */
export function v2UsersByIds(call: ApiCall): ApiAnswer {
  return several(call, 'ids', /^\d{1,19}$/, (id) => call.world.userById(id));
}

/** GET /2/users/:id */
export function v2UserById(call: ApiCall): ApiAnswer {
  return single(call, 'id', call.world.userById(call.pathPart));
}

/** GET /2/users/by/username/:username */
export function v2UserByName(call: ApiCall): ApiAnswer {
  const name = call.pathPart;
  if (!/^[A-Za-z0-9_]{1,15}$/.test(name)) return invalid('username', [name]);
  return single(call, 'username', call.world.userByHandle(name));
}

function single(call: ApiCall, parameter: string, user: SandboxUser | undefined): ApiAnswer {
  return withFields(call, (read) => {
    if (user && !user.suspended) return jsonAnswer({ data: read(user) });
    return jsonAnswer({ errors: [missing(parameter, call.pathPart, user !== undefined)] });
  });
}

function several(
  call: ApiCall,
  parameter: string,
  shape: RegExp,
  find: (text: string) => SandboxUser | undefined,
): ApiAnswer {
  const asked = (call.param(parameter) ?? '').split(',').filter(Boolean);
  const isGood = asked.length > 0 && asked.length <= maxUsersPerCall;
  if (!isGood || !asked.every((text) => shape.test(text))) return invalid(parameter, asked);
  return withFields(call, (read) => {
    const data: unknown[] = [];
    const errors: unknown[] = [];
    for (const text of new Set(asked)) {
      const user = find(text);
      if (user && !user.suspended) data.push(read(user));
      else errors.push(missing(parameter, text, user !== undefined));
    }
    return jsonAnswer({
      ...(data.length > 0 && { data }),
      ...(errors.length > 0 && { errors }),
    });
  });
}

type Reader = (user: SandboxUser) => Record<string, unknown>;

function withFields(call: ApiCall, answer: (read: Reader) => ApiAnswer): ApiAnswer {
  const asked = (call.param('user.fields') ?? '').split(',').filter(Boolean);
  const unknown = asked.filter((field) => !(field in optionalFields || defaultFields.has(field)));
  if (unknown.length > 0) return invalid('user.fields', unknown);
  return answer((user) => {
    const shown: Record<string, unknown> = { id: user.id, name: user.name, username: user.handle };
    for (const field of asked) {
      const value = optionalFields[field]?.(user, call.world);
      if (value !== undefined) shown[field] = value;
    }
    return shown;
  });
}

function missing(parameter: string, name: string, suspended: boolean): Record<string, unknown> {
  return {
    value: name,
    detail: suspended
      ? `User has been suspended: [${name}].`
      : `Could not find user with ${parameter}: [${name}].`,
    title: suspended ? 'Forbidden' : 'Not Found Error',
    resource_type: 'user',
    parameter,
    resource_id: name,
    type: `${problemBase}/resource-not-found`,
  };
}

function invalid(parameter: string, values: string[]): ApiAnswer {
  const message = `The \`${parameter}\` query parameter is not valid`;
  return problem(
    400,
    'Invalid Request',
    'One or more parameters to your request was invalid.',
    `${problemBase}/invalid-request`,
    { errors: [{ parameters: { [parameter]: values }, message }] },
  );
}
