import type { SourceFile } from './source-files.ts';

const exportedFunction =
  /^export (?:const (\w+)(?:: [^=]+)? =\s*(?:async )?(?:<[^>]*>)?\(|(?:async )?function\*? (\w+))/;

/** Names of exported functions that stand without a doc comment. */
export const undocumented = ({ path, text }: SourceFile): string[] => {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const match = exportedFunction.exec(line);
    const isDocumented = lines[index - 1]?.trimEnd().endsWith('*/') ?? false;
    return match && !isDocumented ? [`${path} ${match[1] ?? match[2] ?? ''}`] : [];
  });
};

/** Comments that switch a check off without saying why. */
export const unreasoned = ({ path, text }: SourceFile): string[] =>
  text
    .split('\n')
    .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
    .filter(({ line }) =>
      /(?:\/\/|\/\*) *(?:ox|es)lint-disable|@ts-(?:ignore|expect-error)/.test(line),
    )
    .filter(({ line }) => !/ -- \S/.test(line))
    .map(({ place }) => place);
