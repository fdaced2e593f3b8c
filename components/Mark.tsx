interface MarkProps {
  readonly sizePx: number;
}

/** The product's mark: two half faces, one lifted. Decoration only; the name stands beside it. */
export const Mark = ({ sizePx }: MarkProps) => (
  <svg width={sizePx} height={sizePx} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path d="M15 5.5v25A12.5 12.5 0 0 1 15 5.5Z" fill="#0f7f6e" />
    <path d="M17 1.5v25A12.5 12.5 0 0 0 17 1.5Z" fill="#f0a368" />
    <circle cx="9.6" cy="15.6" r="1.7" fill="#fff" />
    <circle cx="22.4" cy="11.6" r="1.7" fill="#43220c" />
    <path d="M8.4 21.4q2.2 3.4 6.6 3.6" fill="none" stroke="#fff" stroke-width="2.2" />
    <path d="M23.6 17.4q-2.2 3.4-6.6 3.6" fill="none" stroke="#43220c" stroke-width="2.2" />
  </svg>
);
