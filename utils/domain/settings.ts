/** Everything a person can choose that is not about one account or picture. */
export interface Settings {
  /** Minutes without use after which keys under a passphrase are locked. */
  readonly autoLockMinutes: number;
}

/** Minutes to choose among. */
export const autoLockChoices: readonly number[] = [1, 5, 15, 30, 60, 240];

/** What holds until the person chooses. */
export const defaultSettings: Settings = { autoLockMinutes: 15 };

type Parsers = { readonly [K in keyof Settings]: (value: unknown) => Settings[K] | null };

const parsers: Parsers = {
  autoLockMinutes: (value) =>
    typeof value === 'number' && autoLockChoices.includes(value) ? value : null,
};

/** A stored setting; the default where it is missing or makes no sense. */
export const parseSetting = <K extends keyof Settings>(key: K, value: unknown): Settings[K] =>
  parsers[key](value) ?? defaultSettings[key];
