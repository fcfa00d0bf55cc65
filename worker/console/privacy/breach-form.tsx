import { locales } from '../../../widget/locales/texts.ts';
import { type BreachCase, BreachKind, BreachRisk, KnownAs } from '../../contract/breach.ts';
import { minuteIn, momentOf } from '../../platform/zone.ts';
import type { ConsoleContext } from '../kit/app.ts';
import { type Editable, EditedFrom } from '../kit/editable.tsx';
import {
  Checkbox,
  type Choice,
  ErrorSummary,
  Field,
  Select,
  type Submitted,
  TextArea,
} from '../kit/fields.tsx';
import { SubmitButton } from '../kit/parts.tsx';
import { numberOf, type Posted, textOf, textsOf } from '../kit/posted.ts';
import { fill, languageName, localised, wordsOf } from '../kit/words.ts';
import { breachWords } from './words/breaches.ts';

/** The facts of a breach, besides the contact. */
export const breachFacts = ['nature', 'consequences', 'measures'] as const;
const allFacts = [...breachFacts, 'contact'] as const;

const countOf = (posted: Posted, name: string): unknown =>
  textOf(posted, name).trim() === '' ? null : numberOf(posted, name);

const factsFrom = (posted: Posted, prefix = ''): Record<string, string> =>
  Object.fromEntries(allFacts.map((fact) => [fact, textOf(posted, `${prefix}${fact}`).trim()]));

/** The translations that were posted: of those languages in which anything was written. */
const translationsFrom = (posted: Posted): Record<string, Record<string, string>> =>
  Object.fromEntries(
    locales
      .map((locale) => [locale, factsFrom(posted, `translations.${locale}.`)] as const)
      .filter(([, facts]) => Object.values(facts).some(Boolean)),
  );

/** Returns the case that a posted form describes, to be parsed. */
export const breachFrom = (posted: Posted, zone: string): unknown => ({
  title: textOf(posted, 'title'),
  discoveredAt: momentOf(zone, textOf(posted, 'discovered')),
  facts: factsFrom(posted),
  translations: translationsFrom(posted),
  details: {
    kinds: textsOf(posted, 'kinds'),
    happened: textOf(posted, 'happened').trim(),
    peopleCategories: textOf(posted, 'peopleCategories').trim(),
    people: countOf(posted, 'people'),
    peopleKnown: textOf(posted, 'peopleKnown') || undefined,
    dataCategories: textOf(posted, 'dataCategories').trim(),
    records: countOf(posted, 'records'),
    recordsKnown: textOf(posted, 'recordsKnown') || undefined,
    risk: textOf(posted, 'risk'),
    reasons: textOf(posted, 'reasons').trim(),
  },
});

/** Returns the control of a field of a case. */
export const breachControl = (field: string): string =>
  field === 'discoveredAt' ? 'discovered' : field.replace(/^(facts|details)\./, '');

type Props = { c: ConsoleContext; breach?: BreachCase | undefined; submitted: Submitted };

/** How many people or records there are, as far as that is known. */
const CountFields = ({ c, breach, submitted, name }: Props & { name: 'people' | 'records' }) => {
  const own = localised(c, breachWords);
  return (
    <div class="sides">
      <Select
        name={`${name}Known`}
        label={own[`${name}Known`]}
        value={breach?.details[`${name}Known`] ?? 'about'}
        choices={KnownAs.options.map((known): Choice => [known, own.knownAs[known]])}
        submitted={submitted}
      />
      <Field
        name={name}
        type="number"
        min={0}
        label={own[name]}
        help={own.countHelp}
        value={breach?.details[name]}
        submitted={submitted}
      />
    </div>
  );
};

const DetailFields = ({ c, breach, submitted }: Props) => {
  const own = localised(c, breachWords);
  const details = breach?.details;
  return (
    <fieldset>
      <legend>{own.details}</legend>
      <p>{own.kinds}</p>
      {BreachKind.options.map((kind) => (
        <Checkbox
          name="kinds"
          value={kind}
          label={own.kindNames[kind]}
          checked={details?.kinds.includes(kind) === true}
          submitted={submitted}
        />
      ))}
      <Field name="happened" label={own.happened} value={details?.happened} submitted={submitted} />
      <div class="sides">
        {(['peopleCategories', 'dataCategories'] as const).map((name) => (
          <Field name={name} label={own[name]} value={details?.[name]} submitted={submitted} />
        ))}
      </div>
      {(['people', 'records'] as const).map((name) => (
        <CountFields c={c} breach={breach} submitted={submitted} name={name} />
      ))}
      <Select
        name="risk"
        label={own.risk}
        value={details?.risk ?? 'unknown'}
        choices={BreachRisk.options.map((risk): Choice => [risk, own.risks[risk]])}
        submitted={submitted}
      />
      <TextArea name="reasons" label={own.reasons} value={details?.reasons} submitted={submitted} />
    </fieldset>
  );
};

const Translation = ({ c, breach, submitted, locale }: Props & { locale: string }) => {
  const own = localised(c, breachWords);
  const known = breach?.translations[locale];
  return (
    <details open={known !== undefined || undefined}>
      <summary>{fill(own.translation, { language: languageName(c, locale) })}</summary>
      <p class="help">{own.translationHelp}</p>
      {allFacts.map((fact) => (
        <TextArea
          name={`translations.${locale}.${fact}`}
          label={own[fact]}
          value={known?.[fact]}
          lang={locale}
          submitted={submitted}
        />
      ))}
    </details>
  );
};

/** The form that opens a breach case, or changes one. */
export const BreachForm = ({
  c,
  breach,
  editable,
  nature,
  submitted = {},
}: {
  c: ConsoleContext;
  breach?: BreachCase;
  editable?: Editable;
  /** What happened, as it was reported. */
  nature?: string;
  submitted?: Submitted;
}) => {
  const words = wordsOf(c);
  const own = localised(c, breachWords);
  const shared = { required: true, submitted };
  return (
    <form method="post" class="sheet">
      {editable ? <EditedFrom c={c} editable={editable} submitted={submitted} /> : null}
      <ErrorSummary submitted={submitted} words={words} />
      <Field name="title" label={own.title} value={breach?.title} {...shared} />
      <Field
        name="discovered"
        type="datetime-local"
        label={own.discoveredAt}
        value={minuteIn(c.get('timeZone'), breach?.discoveredAt ?? Date.now())}
        {...shared}
      />
      <fieldset>
        <legend>{own.facts}</legend>
        {breachFacts.map((fact) => (
          <TextArea
            name={fact}
            label={own[fact]}
            value={breach?.facts[fact] ?? (fact === 'nature' ? nature : undefined)}
            {...shared}
          />
        ))}
        <Field name="contact" label={own.contact} value={breach?.facts.contact} {...shared} />
        <details open={Object.keys(breach?.translations ?? {}).length > 0 || undefined}>
          <summary>{own.addTranslation}</summary>
          {locales.map((locale) => (
            <Translation c={c} breach={breach} submitted={submitted} locale={locale} />
          ))}
        </details>
      </fieldset>
      <DetailFields c={c} breach={breach} submitted={submitted} />
      <SubmitButton label={words.save} />
    </form>
  );
};
