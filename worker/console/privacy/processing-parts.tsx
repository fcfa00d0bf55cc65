import type { Naming } from '../../admin/processing/tables.ts';
import type { Processing, Register } from '../../contract/processing.ts';
import { countryName } from '../../locales/own.ts';
import { spanIn } from '../../personal-data/disclosure.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { hasRight } from '../kit/guard.ts';
import { Fact } from '../kit/parts.tsx';
import { fill, localeOf, localised, wordsOf } from '../kit/words.ts';
import { processingWords } from './words/processing.ts';

type RecordProps = { c: ConsoleContext; record: Register; naming: Naming };

/** Lists what art. 30 asks for and nobody has said yet, and leads to where it is said. */
export const Missing = ({ c, record, naming }: RecordProps) => {
  const own = localised(c, processingWords);
  const missing = [
    ...record.missing.map((what) => fill(own.missingHere, { what: own.what[what] })),
    ...record.processings.flatMap((activity) =>
      activity.missing.map((what) =>
        fill(own.missingOf, { what: own.what[what], purpose: naming.purpose(activity).name }),
      ),
    ),
  ];
  if (missing.length === 0) return null;
  return (
    <div class="warning">
      <p>{own.missing}</p>
      <ul>
        {missing.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      {hasRight(c, 'settings') ? <a href="/console/settings">{own.complete}</a> : null}
    </div>
  );
};

/** What 0 days mean, where they do not mean that nothing is kept. */
const forever: readonly (keyof Register['retention'])[] = ['submissions', 'unconfirmed', 'stale'];

const RetentionRules = ({ c, record: { retention } }: Omit<RecordProps, 'naming'>) => {
  const own = localised(c, processingWords);
  const timeOf = (what: keyof Register['retention']): string => {
    const days = retention[what];
    if (days > 0) return spanIn(days, localeOf(c));
    return forever.includes(what) ? own.keptUntilErased : own.notKept;
  };
  const rules = (['submissions', 'evidence', 'emails', 'unconfirmed', 'stale'] as const).map(
    (what) => fill(own.kept[what], { time: timeOf(what) }),
  );
  return (
    <ul>
      {rules.map((rule) => (
        <li>{rule}</li>
      ))}
    </ul>
  );
};

/** Who the controller is, and how long is kept what no purpose speaks of. */
export const Summary = ({ c, record }: Omit<RecordProps, 'naming'>) => {
  const words = wordsOf(c);
  const own = localised(c, processingWords);
  const { controller, jurisdiction } = record;
  return (
    <dl class="facts card">
      <Fact term={own.heads.controller}>
        {[controller.name || words.none, controller.address, controller.email, controller.url]
          .filter(Boolean)
          .join(', ')}
      </Fact>
      <Fact term={own.heads.officer}>{controller.officer || words.none}</Fact>
      <Fact term={own.jurisdiction}>
        {jurisdiction ? countryName(jurisdiction, localeOf(c)) : words.none}
      </Fact>
      <Fact term={own.retentionRules}>
        <RetentionRules c={c} record={record} />
      </Fact>
    </dl>
  );
};

/** One purpose of the record. */
export const Activity = ({
  c,
  activity,
  naming,
}: {
  c: ConsoleContext;
  activity: Processing;
  naming: Naming;
}) => {
  const words = wordsOf(c);
  const own = localised(c, processingWords);
  const { name, description } = naming.purpose(activity);
  const isUnassigned = activity.data.some(({ assigned }) => !assigned);
  const data = activity.data.map((each) => `${naming.field(each)}${each.assigned ? '' : '*'}`);
  return (
    <section class="card">
      <h2>{name}</h2>
      <p>{description}</p>
      <dl class="facts">
        <Fact term={own.heads.legalBasis}>{naming.legalBasis(activity.legalBasis)}</Fact>
        <Fact term={own.heads.data}>{data.join(', ')}</Fact>
        <Fact term={own.heads.retention}>{naming.kept(activity)}</Fact>
        <Fact term={own.heads.recipients}>{activity.recipients.join(', ') || words.none}</Fact>
        {(['subjects', 'transfers', 'storage', 'security'] as const).map((what) => (
          <Fact term={own.heads[what]}>{activity[what] || words.none}</Fact>
        ))}
        <Fact term={own.heads.forms}>{String(activity.forms)}</Fact>
      </dl>
      {isUnassigned ? <p class="help">{own.unassigned}</p> : null}
      <p>
        <a href={`/console/lists/purposes/${activity.purpose}`}>{own.edit}</a>
      </p>
    </section>
  );
};
