/** The texts of a profile, by the names that the call has for them. */
export type ProfileField = 'name' | 'description' | 'location' | 'url';

/** All of them as a person reads and types them: line ends are `\n`, short links are what they point to. */
export type ProfileText = Readonly<Record<ProfileField, string>>;

/** Some of them: what is to change. */
export type ProfileChanges = Readonly<Partial<ProfileText>>;

/** The most characters of fields, where a server has named them. */
export type ProfileLimits = Readonly<Partial<Record<ProfileField, number>>>;

interface FieldFacts {
  /** What the field is called on X's own pages. */
  readonly label: string;
  /** Its name inside a sentence. */
  readonly inText: string;
  /** Code points. Nobody has said what X counts; near the edge X decides. */
  readonly maxLength: number;
}

/**
 * The fields in the order of X's own form, with the most characters X takes.
 *
 * Sources: url 100, location 30 and description 160 from X docs, POST account/update_profile (2012 to 2014;
 * later texts name no numbers); name 20 there, 50 since X's announcement of 2017-11-10. Other clients still
 * have these four in 2026.
 */
export const profileFields: Readonly<Record<ProfileField, FieldFacts>> = {
  name: { label: 'Name', inText: 'name', maxLength: 50 },
  description: { label: 'Bio', inText: 'bio', maxLength: 160 },
  location: { label: 'Location', inText: 'location', maxLength: 30 },
  url: { label: 'Website', inText: 'website', maxLength: 100 },
};

/** The fields' names, in the order they are shown in. */
export const profileFieldNames = Object.keys(profileFields) as readonly ProfileField[];

/** The longest text of any field that is taken in: far over what any of them may have. In UTF-16 units. */
export const longestTyped = 4_000;

/** How long a text is, in code points: an emoji of one counts once. */
export const lengthOf = (text: string): number => [...text].length;

/** The most characters of a field: the server's own number where it named one, else that of the table. */
export const maxLengthOf = (field: ProfileField, limits: ProfileLimits): number =>
  limits[field] ?? profileFields[field].maxLength;

/** A profile without a word. */
export const emptyProfile: ProfileText = { name: '', description: '', location: '', url: '' };
