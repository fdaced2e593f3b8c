import type { SandboxAccount } from '../world.ts';
import { customError, jsonAnswer, parameterMissing } from './errors.ts';
import { skipsStatus, wantsEntities } from './format.ts';
import type { ApiAnswer, ApiCall } from './types.ts';
import { shortLink, userObject } from './user-object.ts';

/** GET account/verify_credentials */
export function verifyCredentials(call: ApiCall): ApiAnswer {
  return answerWithSelf(call, true);
}

export function answerWithSelf(call: ApiCall, own = false): ApiAnswer {
  const entities = wantsEntities(call.param('include_entities'));
  const status = !skipsStatus(call.param('skip_status'));
  return jsonAnswer(userObject(call.account, call.world, { entities, status, own }));
}

/** Longest texts, counted in code points. X docs, update_profile, 2014; name since 2017-11. */
const textFields = {
  name: { label: 'Name', maxLength: 50 },
  url: { label: 'Url', maxLength: 100 },
  location: { label: 'Location', maxLength: 30 },
  description: { label: 'Description', maxLength: 160 },
} as const;

type TextField = keyof typeof textFields;
const textFieldNames = Object.keys(textFields) as TextField[];

/** POST account/update_profile. Only what is given changes, at once; '' clears a field. */
export function updateProfile(call: ApiCall): ApiAnswer {
  const changes: Partial<Record<TextField | 'linkColor', string>> = {};
  const faults: string[] = [];
  for (const field of textFieldNames) {
    const given = call.param(field);
    if (given === undefined) continue;
    const value = field === 'url' ? fullUrl(given, call.account) : given.trim();
    const { label, maxLength } = textFields[field];
    if (field === 'name' && value === '') faults.push("Name can't be blank");
    if ([...value].length > maxLength) {
      faults.push(`${label} is too long (maximum is ${maxLength} characters)`);
    }
    changes[field] = value;
  }
  const color = call.param('profile_link_color')?.replace(/^#/, '');
  if (color !== undefined) {
    if (!/^([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)) faults.push('Profile link color is invalid');
    changes.linkColor = fullColor(color);
  }
  if (Object.keys(changes).length === 0) return parameterMissing('name');
  if (faults.length > 0) {
    return customError(403, 120, `Account update failed: ${faults.join(', ')}.`);
  }
  Object.assign(call.account, changes);
  return { ...answerWithSelf(call), note: `changed ${Object.keys(changes).join(', ')}` };
}

/** X puts http:// before a bare address and knows its own short link when it comes back. */
function fullUrl(given: string, account: SandboxAccount): string {
  const text = given.trim();
  if (text === '') return '';
  if (text === shortLink(account.url)) return account.url;
  return /^https?:\/\//i.test(text) ? text : `http://${text}`;
}

function fullColor(color: string): string {
  const six = color.length === 3 ? [...color].map((digit) => digit + digit).join('') : color;
  return six.toUpperCase();
}
