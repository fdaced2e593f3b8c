/** Everything a person can choose that is not about one account or picture. */
export interface Settings {
  /** Minutes without use after which keys under a passphrase are locked. */
  readonly autoLockMinutes: number;
  /** Most bytes of pictures that the history keeps. */
  readonly historyLimitBytes: number;
}

/** Minutes to choose among. */
export const autoLockChoices: readonly number[] = [1, 5, 15, 30, 60, 240];

/** Bytes to choose among. */
export const historyLimitChoices: readonly number[] = [
  50_000_000, 100_000_000, 200_000_000, 500_000_000, 1_000_000_000,
];

/** What holds until the person chooses. */
export const defaultSettings: Settings = { autoLockMinutes: 15, historyLimitBytes: 200_000_000 };

const oneOf =
  (choices: readonly number[]) =>
  (value: unknown): number | null =>
    typeof value === 'number' && choices.includes(value) ? value : null;

type Parsers = { readonly [K in keyof Settings]: (value: unknown) => Settings[K] | null };

const parsers: Parsers = {
  autoLockMinutes: oneOf(autoLockChoices),
  historyLimitBytes: oneOf(historyLimitChoices),
};

/** A stored setting; the default where it is missing or makes no sense. */
export const parseSetting = <K extends keyof Settings>(key: K, value: unknown): Settings[K] =>
  parsers[key](value) ?? defaultSettings[key];
