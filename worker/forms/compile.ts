import type { FieldDefinition, FormDefinition, Text } from '../contract/definition.ts';
import { fieldKinds } from '../contract/field-kinds.ts';
import { ratingScale } from '../contract/field-settings.ts';
import type { Field, FormView, Option, PurposeAsked, Section } from '../contract/form.ts';
import type { Part } from '../contract/words.ts';
import { describedBy } from '../lists/names.ts';
import type { Lists } from '../lists/store.ts';
import { countries } from './countries.ts';

/** What a form shows of a purpose or subscription type that it names, but which is not there. */
export class MissingList extends Error {}

/** Reads a text in a locale, and in the form's own where that one lacks it. */
type Say = (text: Text | undefined) => string | undefined;

/** What is chosen from where the definition does not list it. */
const optionsOf = ({ kind, max }: FieldDefinition, locale: string): Option[] | undefined => {
  const { options } = fieldKinds[kind];
  if (options === 'countries') return countries(locale);
  if (options !== 'rating') return undefined;
  const points = typeof max === 'number' ? max : ratingScale.usual;
  return Array.from({ length: points }, (_, at) => {
    const value = String(at + 1);
    return { value, label: value };
  });
};

const field = (definition: FieldDefinition, say: Say, locale: string): Field => {
  const { label, help, placeholder, options, stores: _, purposes: __, ...rest } = definition;
  const shown = optionsOf(definition, locale);
  return {
    ...rest,
    label: say(label) ?? '',
    help: say(help),
    placeholder: say(placeholder),
    options: shown ?? options?.map(({ value, label }) => ({ value, label: say(label) ?? '' })),
  };
};

const purpose = (
  asked: FormDefinition['sections'][number]['purposes'][number],
  lists: Lists,
  locale: string,
  fallback: string,
): PurposeAsked => {
  const known = lists.purposes.get(asked.purpose);
  const texts = known?.texts[locale] ?? known?.texts[fallback];
  if (!known || !texts)
    throw new MissingList(
      `The purpose "${asked.purpose}" is inactive, or has no texts in the default language.`,
    );
  if (!texts.privacyUrl)
    throw new MissingList(
      `The purpose "${known.key}" has no link to a privacy statement in "${locale}". Add it under Lists.`,
    );
  const legalBasis = asked.legalBasis ?? known.legalBasis;
  if (!lists.legalBases.has(legalBasis))
    throw new MissingList(`The legal basis "${legalBasis}" is inactive.`);
  return {
    key: known.key,
    asks: known.explicit,
    legalBasis,
    title: texts.title,
    text: known.explicit ? texts.approval : texts.notice,
    description: texts.description,
    privacyTitle: texts.privacyTitle,
    privacyUrl: texts.privacyUrl,
    subscriptions: asked.subscriptions.map((key) => {
      const type = lists.subscriptionTypes.get(key);
      const words = type?.texts[locale] ?? type?.texts[fallback];
      if (!type || !words || type.purpose !== known.key)
        throw new MissingList(
          `The purpose "${known.key}" has no active subscription type "${key}".`,
        );
      return { key, channel: type.channel, name: words.name, description: describedBy(words) };
    }),
  };
};

/** The consent part of another site's form: no fields but the address, no pages, no conditions. */
const consentPart = (sections: Section[]): Section[] => [
  {
    key: 'consent',
    fields: sections
      .flatMap(({ fields }) => fields)
      .filter(({ key }) => key === 'email')
      .map(({ when: _, ...email }) => email),
    purposes: sections.flatMap(({ purposes }) => purposes),
  },
];

/** JSON has no undefined: dropping it makes the compiled view equal to what is stored and sent. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** What a visitor sees of a form in a locale, with every text resolved. */
export const compile = (
  form: string,
  version: number,
  definition: FormDefinition,
  lists: Lists,
  locale: string,
  part: Part,
): FormView => {
  const say: Say = (text) => text?.[locale] ?? text?.[definition.locale];
  const sections = definition.sections.map((section) => ({
    key: section.key,
    title: say(section.title),
    intro: say(section.intro),
    when: section.when,
    fields: section.fields.map((each) => field(each, say, locale)),
    purposes: section.purposes.map((asked) => purpose(asked, lists, locale, definition.locale)),
  }));
  const { done } = definition;
  return plain({
    form,
    version,
    part,
    locale,
    title: part === 'form' ? say(definition.title) : undefined,
    intro: part === 'form' ? say(definition.intro) : undefined,
    submit: say(definition.submit) ?? '',
    done: { title: say(done.title) ?? '', text: say(done.text) ?? '', redirect: done.redirect },
    sections: part === 'form' ? sections : consentPart(sections),
    confirm: definition.confirm || undefined,
  });
};
