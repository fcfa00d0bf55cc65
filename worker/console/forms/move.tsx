/** Buttons that move a field or a page by one place; after it they have the focus again, to move on. */
export const MoveButtons = ({
  what,
  place,
  focus,
  labels: [up, down],
  isFirst,
  isLast,
}: {
  what: 'field' | 'section';
  /** Where it is, as in `0.1`. */
  place: string;
  focus: string;
  labels: readonly [up: string, down: string];
  isFirst: boolean;
  isLast: boolean;
}) => {
  const at = what === 'field' ? `s.${place.replace('.', '.f.')}` : `s.${place}`;
  const isMoved = focus === `${at}.up` || focus === `${at}.down`;
  return (
    <>
      <button
        class="quiet"
        name="do"
        value={`${what}-up:${place}`}
        disabled={isFirst}
        autofocus={isMoved && !isFirst && (focus.endsWith('.up') || isLast)}
      >
        {up}
      </button>
      <button
        class="quiet"
        name="do"
        value={`${what}-down:${place}`}
        disabled={isLast}
        autofocus={isMoved && !isLast && (focus.endsWith('.down') || isFirst)}
      >
        {down}
      </button>
    </>
  );
};
