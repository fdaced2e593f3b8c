import { bannerVariantSizesPx, type BannerVariant } from '../images/facts.ts';
import type { SandboxUser } from '../world.ts';
import { codedError, jsonAnswer, parameterMissing } from './errors.ts';
import { wantsEntities } from './format.ts';
import type { ApiAnswer, ApiCall } from './types.ts';
import { userObject } from './user-object.ts';

/** X docs, users/lookup and v2 users, 2024. */
export const maxUsersPerCall = 100;

/** GET users/show */
export function usersShow(call: ApiCall): ApiAnswer {
  const user = namedUser(call);
  if ('headers' in user) return user;
  if (user.suspended) return codedError(63);
  return jsonAnswer(
    userObject(user, call.world, { entities: wantsEntitiesOf(call), status: true }),
  );
}

/** GET and POST users/lookup. Who is missing or suspended is left out without a word. */
export function usersLookup(call: ApiCall): ApiAnswer {
  const ids = listOf(call.param('user_id'));
  const handles = listOf(call.param('screen_name'));
  // X finds nobody when nobody is asked for: the same answer as for unknown names.
  if (ids.length + handles.length === 0) return codedError(17);
  if (ids.length + handles.length > maxUsersPerCall) return codedError(18);
  const found = [
    ...ids.map((id) => call.world.userById(id)),
    ...handles.map((handle) => call.world.userByHandle(handle)),
  ];
  const users = [...new Set(found)].filter((user) => user !== undefined && !user.suspended);
  if (users.length === 0) return codedError(17);
  const options = { entities: wantsEntitiesOf(call), status: true };
  return jsonAnswer(
    users.map((user) => user && userObject(user, call.world, options)),
    `${users.length} of ${found.length}`,
  );
}

/** GET users/profile_banner */
export function usersProfileBanner(call: ApiCall): ApiAnswer {
  const user = namedUser(call);
  if ('headers' in user) return user;
  if (user.suspended) return codedError(63);
  if (!user.banner) return codedError(34);
  const sizes = Object.entries(bannerVariantSizesPx).map(([variant, size]) => {
    const url = call.world.bannerUrl(user, variant as BannerVariant);
    return [variant, { h: size.heightPx, w: size.widthPx, url }];
  });
  return jsonAnswer({ sizes: Object.fromEntries(sizes) });
}

function namedUser(call: ApiCall): SandboxUser | ApiAnswer {
  const id = call.param('user_id');
  const handle = call.param('screen_name');
  if (!id && !handle) return parameterMissing('screen_name');
  const user = id ? call.world.userById(id) : call.world.userByHandle(handle ?? '');
  return user ?? codedError(50);
}

function wantsEntitiesOf(call: ApiCall): boolean {
  return wantsEntities(call.param('include_entities'));
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
