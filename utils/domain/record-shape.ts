/** Tells whether a value, as it came from storage or a message, may stand in a field. */
export type Check = (value: unknown) => boolean;

/** One check for every field of a record: a field that is added without one does not compile. */
export type Checks<T> = { readonly [K in keyof T]-?: Check };

/** Text, empty or not. */
export const isText: Check = (value) => typeof value === 'string';
/** True or false. */
export const isFlag: Check = (value) => typeof value === 'boolean';
/** A number that counts or measures something: finite and not negative. */
export const isCount: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** Any number but an infinite one. */
export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);

/** Null is allowed beside what `check` allows. */
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** The field may be left out. */
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** One of the names of a table; the table's type makes sure that it lists them all. */
export const isOneOf = (names: Readonly<Record<string, true>>): Check => {
  const known = new Set(Object.keys(names));
  return (value) => typeof value === 'string' && known.has(value);
};

/** An object whose `kind` is text: enough to find words for it. */
export const hasKind: Check = (value) =>
  typeof value === 'object' && value !== null && 'kind' in value && isText(value.kind);

/**
 * Makes a parser from checks: it gives a copy with the known fields only, or null where one of them
 * does not pass.
 */
export const parserOf =
  <T extends object>(checks: Checks<T>) =>
  (value: unknown): T | null => {
    if (typeof value !== 'object' || value === null) return null;
    const given = value as Readonly<Record<string, unknown>>;
    const parsed: Record<string, unknown> = {};
    for (const [name, check] of Object.entries<Check>(checks)) {
      const field = Object.hasOwn(given, name) ? given[name] : undefined;
      if (!check(field)) return null;
      if (field !== undefined) parsed[name] = field;
    }
    return parsed as T;
  };
