/** A secret by a name that a failing test may print; its value never is. */
export interface Marked {
  readonly name: string;
  readonly value: string;
}

/** This much of a secret in one piece is a leak too. */
const pieceLength = 14;

/** What a secret is worth: of an access token the part after the user's id, which is public. */
export const secretPart = (value: string): string => value.slice(value.lastIndexOf('-') + 1);

const encoded = (text: string): readonly string[] => {
  const bytes = Buffer.from(text, 'utf8');
  // Base64 looks different by where in the text it begins: the middle of each of the three ways.
  const inBase64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  return [
    text,
    encodeURIComponent(text),
    encodeURIComponent(encodeURIComponent(text)),
    JSON.stringify(text).slice(1, -1),
    bytes.toString('hex'),
    [...bytes].join(','),
    ...inBase64,
    ...inBase64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_')),
  ];
};

const pieces = (text: string): readonly string[] => {
  if (text.length <= pieceLength) return [text];
  const starts = Array.from({ length: text.length - pieceLength + 1 }, (_, at) => at);
  return starts.map((at) => text.slice(at, at + pieceLength));
};

/** Everything in whose presence a secret counts as told: whole or in part, plain or encoded. */
const formsOf = ({ value }: Marked): ReadonlySet<string> => {
  const part = secretPart(value);
  return new Set([...pieces(part), ...encoded(part)].filter((form) => form.length >= 8));
};

/** Says for a text which of the secrets it holds, by name. */
export const secretFinder = (secrets: readonly Marked[]) => {
  const known = secrets.map((secret) => ({ name: secret.name, forms: formsOf(secret) }));
  return (text: string): readonly string[] =>
    known
      .filter(({ forms }) => [...forms].some((form) => text.includes(form)))
      .map(({ name }) => name);
};
