/** How the rows of a matrix ended. */
export interface Tally {
  /** Counts a row that ended as expected. */
  add(ending: 'live' | 'refused' | 'not started', uploads: number): void;
  /** Prints the counts for whoever reads the test's output. */
  print(): void;
}

/** Counts the rows of one file. `what` says what they have in common. */
export const newTally = (what: string): Tally => {
  const counts = new Map<string, number>();
  const totals = { rows: 0, uploads: 0 };
  return {
    add: (ending, uploads) => {
      totals.rows += 1;
      totals.uploads += uploads;
      counts.set(ending, (counts.get(ending) ?? 0) + 1);
    },
    print: () => {
      const endings = [...counts].map(([ending, count]) => `${count} ${ending}`).join(', ');
      process.stdout.write(
        `Survival matrix: ${totals.rows} rows (${what}): ${endings}; ` +
          `${totals.uploads} uploads, none at once\n`,
      );
    },
  };
};
