import { Right as AllRights, type Bundle, bundles, type Right } from '../../contract/rights.ts';
import type { ConsoleContext } from './app.ts';
import { Checkbox } from './fields.tsx';
import { hasRight } from './guard.ts';
import { textsOf } from './posted.ts';
import type { Submitted } from './submitted.tsx';
import { type ConsoleLocale, localised } from './words.ts';

const rightWords: Record<ConsoleLocale, Record<Right, string>> = {
  en: {
    forms: 'Create and publish forms',
    lists: 'Edit purposes, legal bases, sources and subscription types',
    'people-read': 'View people and their consents',
    'people-register': 'Register people',
    'consents-write': 'Change consents of people',
    'subscriptions-write': 'Change subscriptions of people',
    bulk: 'Import files and send bulk emails (with the right for one person)',
    'bulk-update': 'Change many people at once',
    'bulk-delete': 'Erase many people at once',
    export: 'Export people, records and audiences',
    mailing: 'Check who may receive a mailing (for mailing tools)',
    'mailing-override': 'Send mandatory messages regardless of consent',
    changes: 'Read what changed, as it happens (for programs)',
    requests: 'Handle data subject requests',
    breach: 'Handle data breaches',
    mail: 'View outgoing email and edit templates',
    settings: 'Edit settings, retention and branding',
    users: 'Manage users',
    'api-keys': 'Manage API keys',
    audit: 'View the audit log',
  },
  da: {
    forms: 'Oprette og udgive formularer',
    lists: 'Redigere formål, behandlingsgrundlag, kilder og abonnementstyper',
    'people-read': 'Se personer og deres samtykker',
    'people-register': 'Registrere personer',
    'consents-write': 'Ændre personers samtykker',
    'subscriptions-write': 'Ændre personers abonnementer',
    bulk: 'Importere filer og sende masse-e-mails (med retten for én person)',
    'bulk-update': 'Ændre mange personer på én gang',
    'bulk-delete': 'Slette mange personer på én gang',
    export: 'Eksportere personer, registreringer og målgrupper',
    mailing: 'Kontrollere, hvem der må modtage en udsendelse (for mailværktøjer)',
    'mailing-override': 'Sende obligatoriske beskeder uanset samtykke',
    changes: 'Læse ændringer, efterhånden som de sker (for programmer)',
    requests: 'Behandle anmodninger fra registrerede',
    breach: 'Håndtere brud på datasikkerheden',
    mail: 'Se udgående e-mail og redigere skabeloner',
    settings: 'Redigere indstillinger, opbevaring og udseende',
    users: 'Administrere brugere',
    'api-keys': 'Administrere API-nøgler',
    audit: 'Se revisionsloggen',
  },
};

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
    <fieldset>
      <legend>{localised(c, bundleWords).legend}</legend>
      {bundles ? <BundleButtons c={c} bundles={bundles} /> : null}
      <div class="grid">
        {AllRights.options.map((right) => (
          <Checkbox
            name="rights"
            value={right}
            label={localised(c, rightWords)[right]}
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
