/** What a JSON object holds, by name; each value is still to be looked at. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; none where it is no object. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
