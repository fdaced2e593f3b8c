import { errorTable, jsonAnswer, pictureError, type ErrorCode } from '../api/errors.ts';
import { row } from '../api/table.ts';
import type { ApiAnswer, ApiCall, Dialect, Endpoint } from '../api/types.ts';
import { acceptUpload, decodeUpload, findUpload } from '../api/uploads.ts';
import { originalAvatar } from '../images/avatar-work.ts';
import { compatibleUser } from './compatible-user.ts';

/** What refusals are called there; the rest keeps X's words. */
const words: Partial<Record<ErrorCode, { status: number; text: string }>> = {
  32: { status: 401, text: 'Could not authenticate you.' },
  89: { status: 401, text: 'Bad access token.' },
  215: { status: 401, text: 'Could not authenticate you.' },
  261: {
    status: 401,
    text: 'API resource requires read-write access, but you only have read access.',
  },
};

/** All errors have one body: `{"error", "request"}` (StatusNet, lib/apiaction.php, 2013). */
function refuse(path: string, code: ErrorCode): ApiAnswer {
  const [status, text] = errorTable[code];
  const known = words[code];
  return pictureError(known?.status ?? status, path, known?.text ?? text);
}

const self = ({ account, authority }: ApiCall): ApiAnswer =>
  jsonAnswer(compatibleUser(account, authority));

function show(call: ApiCall): ApiAnswer {
  const id = call.param('user_id') ?? call.param('id');
  const handle = call.param('screen_name');
  const user = id ? call.world.userById(id) : call.world.userByHandle(handle ?? '');
  if (!user) return pictureError(404, call.path, 'User not found.');
  return jsonAnswer(compatibleUser(user, call.authority));
}

/** The answer names the new picture already. */
async function updateProfileImage(call: ApiCall): Promise<ApiAnswer> {
  const upload = findUpload(call, 'image');
  if (!(upload instanceof Uint8Array)) return pictureError(400, call.path, 'No file uploaded.');
  const image = await decodeUpload(upload);
  if (!image) return pictureError(400, call.path, 'Not an image or corrupt file.');
  const taken = acceptUpload(call, 'avatar', image, await originalAvatar(image));
  return { ...self(call), ...taken };
}

const textFields = ['name', 'url', 'location', 'description'] as const;

/** Takes what it is given, says nothing of limits, and shows it at once, what is empty as null. */
function updateProfile(call: ApiCall): ApiAnswer {
  for (const field of textFields) {
    const given = call.param(field);
    if (given !== undefined) call.account[field] = given.trim();
  }
  return self(call);
}

// No limits worth counting, and no word about them.
const quiet = (endpoint: Endpoint): Endpoint => ({ ...endpoint, limit: 10_000, showsLimit: false });

/**
 * A server that is not X and answers to the same calls, as StatusNet and its heirs do: the bare minimum,
 * no v2, no banners. Reached under `/1.1/`, `/api/1.1/` and, as those servers have it, `/api/`.
 */
export const compatibleDialect: Dialect = {
  endpoints: [
    row('GET', '/1.1/account/verify_credentials.json', 'read', 0, self),
    row('GET', '/1.1/users/show.json', 'read', 0, show),
    row('POST', '/1.1/account/update_profile_image.json', 'write', 0, updateProfileImage),
    row('POST', '/1.1/account/update_profile.json', 'write', 0, updateProfile),
  ].map(quiet),
  routeOf: (path) => {
    const bare = path.replace(/^\/api(?=\/)/, '');
    const isWhole = /^\/(1\.1|oauth)\//.test(bare) || bare === path;
    return isWhole ? bare : `/1.1${bare}`;
  },
  refuse,
  missing: (path) => pictureError(404, path, 'API method not found.'),
  headersFor: () => ({}),
};
