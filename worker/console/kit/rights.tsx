import { Right as AllRights, type Bundle, bundles, type Right } from '../../contract/rights.ts';
import type { ConsoleContext } from './app.ts';
import { Checkbox, errorOf, FieldErrorText } from './fields.tsx';
import { hasRight } from './guard.ts';
import { textsOf } from './posted.ts';
import { rightName } from './right-names.ts';
import type { Submitted } from './submitted.tsx';
import { type ConsoleLocale, localised } from './words.ts';

const bundleWords: Record<
  ConsoleLocale,
  Record<Bundle, string> & { legend: string; start: string }
> = {
  en: {
    legend: 'Rights',
    start: 'Start from',
    administrator: 'Administrator',
    marketer: 'Marketer',
    'privacy-officer': 'Privacy officer',
    agent: 'Agent',
    auditor: 'Auditor',
  },
  da: {
    legend: 'Rettigheder',
    start: 'Begynd med',
    administrator: 'Administrator',
    marketer: 'Marketingmedarbejder',
    'privacy-officer': 'Databeskyttelsesrådgiver',
    agent: 'Medarbejder',
    auditor: 'Revisor',
  },
};

const bundleNames = ['administrator', 'marketer', 'privacy-officer', 'agent', 'auditor'] as const;

/** Names the bundle that some rights are; undefined where they are none. */
export const bundleOf = (c: ConsoleContext, rights: readonly Right[]): string | undefined => {
  const has = new Set(rights);
  const bundle = bundleNames.find(
    (name) => bundles[name].length === has.size && bundles[name].every((right) => has.has(right)),
  );
  return bundle && localised(c, bundleWords)[bundle];
};

type BundleRights = Readonly<Record<Bundle, readonly Right[]>>;

/** Buttons that check the rights of a role; they need a script and are hidden without one. */
const BundleButtons = ({ c, bundles }: { c: ConsoleContext; bundles: BundleRights }) => {
  const words = localised(c, bundleWords);
  return (
    <p class="bundles" hidden>
      {words.start}{' '}
      {Object.entries(bundles).map(([bundle, rights]) => (
        <button type="button" class="small" data-tick={rights.join(' ')}>
          {words[bundle as Bundle]}
        </button>
      ))}
    </p>
  );
};

/** Checkboxes for every right; a user can give only the rights that they have. */
export const RightsChoice = ({
  c,
  chosen,
  bundles,
  submitted = {},
}: {
  c: ConsoleContext;
  /** What is saved; what was submitted is shown in its place. */
  chosen: readonly string[];
  bundles?: BundleRights;
  submitted?: Submitted;
}) => {
  const own = submitted.values ? textsOf(submitted.values, 'rights') : chosen;
  return (
    <fieldset id="rights">
      <legend>{localised(c, bundleWords).legend}</legend>
      <FieldErrorText name="rights" error={errorOf(submitted, 'rights')} />
      {bundles ? <BundleButtons c={c} bundles={bundles} /> : null}
      <div class="grid">
        {AllRights.options.map((right) => (
          <Checkbox
            name="rights"
            value={right}
            label={rightName(c, right)}
            help={right}
            checked={chosen.includes(right)}
            disabled={!hasRight(c, right) && !own.includes(right)}
            submitted={submitted}
          />
        ))}
      </div>
    </fieldset>
  );
};
