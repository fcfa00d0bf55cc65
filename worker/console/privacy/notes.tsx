import type { BreachNote } from '../../contract/breach.ts';
import type { RequestNote } from '../../contract/requests.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Submitted, TextArea } from '../kit/fields.tsx';
import { Time } from '../kit/parts.tsx';
import { type ConsoleLocale, localeOf, localised } from '../kit/words.ts';

const en = { notes: 'Notes', none: 'No notes yet.', note: 'Note', add: 'Add note' };

const noteWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: { notes: 'Noter', none: 'Ingen noter endnu.', note: 'Note', add: 'Tilføj note' },
};

/** What staff noted on a request or a breach case, and the form that adds a note; `path` leads to either. */
export const Notes = ({
  c,
  path,
  notes,
  submitted,
  actorName,
}: {
  c: ConsoleContext;
  path: string;
  notes: readonly (BreachNote | RequestNote)[];
  submitted: Submitted;
  actorName: (actor: string) => string;
}) => {
  const own = localised(c, noteWords);
  return (
    <section class="card">
      <h2>{own.notes}</h2>
      {notes.length === 0 ? <p>{own.none}</p> : null}
      {notes.map(({ actor, text, notedAt }) => (
        <p>
          <strong>{actorName(actor)}</strong> · <Time at={notedAt} locale={localeOf(c)} />
          <br />
          {text}
        </p>
      ))}
      <form method="post" action={`/console${path}/notes`}>
        <TextArea name="text" label={own.note} required submitted={submitted} />
        <button class="quiet">{own.add}</button>
      </form>
    </section>
  );
};
