import type { Bundle, Right } from '../../contract/rights.ts';
import { Right as AllRights } from '../../contract/rights.ts';
import type { ConsoleContext } from './app.ts';
import { hasRight } from './guard.ts';
import { type ConsoleLocale, localised } from './words.ts';

const rightWords: Record<ConsoleLocale, Record<Right, string>> = {
  en: {
    forms: 'Build and publish forms',
    lists: 'Change purposes, legal bases, sources and subscription types',
    'people-read': 'See people and what they decided',
    'people-register': 'Register people one by one',
    'consents-write': 'Change a consent on somebody’s behalf',
    'subscriptions-write': 'Change somebody’s subscriptions',
    bulk: 'Import files and send many emails, with the right for one person',
    'bulk-update': 'Change many people at once',
    'bulk-delete': 'Erase many people at once',
    export: 'Export people, records and audiences',
    mailing: 'Ask whom a mailing may go to (for mailing tools)',
    'mailing-override': 'Send what must be sent, whatever was consented to',
    requests: 'Answer requests',
    breach: 'Handle breaches',
    mail: 'See outgoing mail and change letters',
    settings: 'Change settings, retention and branding',
    users: 'Manage users',
    'api-keys': 'Manage API keys',
    audit: 'Read the audit log',
  },
  da: {
    forms: 'Bygge og udgive formularer',
    lists: 'Ændre formål, behandlingsgrundlag, kilder og abonnementstyper',
    'people-read': 'Se personer og deres beslutninger',
    'people-register': 'Registrere personer én ad gangen',
    'consents-write': 'Ændre et samtykke på en persons vegne',
    'subscriptions-write': 'Ændre en persons abonnementer',
    bulk: 'Importere filer og sende mange e-mails, sammen med retten for én person',
    'bulk-update': 'Ændre mange personer på én gang',
    'bulk-delete': 'Slette mange personer på én gang',
    export: 'Eksportere personer, registreringer og målgrupper',
    mailing: 'Spørge, hvem der må skrives til (for mailværktøjer)',
    'mailing-override': 'Sende det, der skal sendes, uanset samtykke',
    requests: 'Besvare anmodninger',
    breach: 'Håndtere brud',
    mail: 'Se udgående post og ændre breve',
    settings: 'Ændre indstillinger, opbevaring og udseende',
    users: 'Styre brugere',
    'api-keys': 'Styre API-nøgler',
    audit: 'Læse revisionsloggen',
  },
};

const bundleWords: Record<
  ConsoleLocale,
  Record<Bundle, string> & { legend: string; start: string }
> = {
  en: {
    legend: 'What they may do',
    start: 'Start from',
    administrator: 'Administrator',
    marketer: 'Marketer',
    'privacy-officer': 'Privacy officer',
    agent: 'Agent',
    auditor: 'Auditor',
  },
  da: {
    legend: 'Hvad de må',
    start: 'Begynd med',
    administrator: 'Administrator',
    marketer: 'Marketingmedarbejder',
    'privacy-officer': 'Databeskyttelsesrådgiver',
    agent: 'Medarbejder',
    auditor: 'Revisor',
  },
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

const RightCheckbox = ({
  c,
  right,
  isChosen,
}: {
  c: ConsoleContext;
  right: Right;
  isChosen: boolean;
}) => (
  <label class="check">
    <input
      type="checkbox"
      name="rights"
      value={right}
      checked={isChosen}
      disabled={!hasRight(c, right) && !isChosen}
    />
    <span>
      {localised(c, rightWords)[right]} <small class="help">{right}</small>
    </span>
  </label>
);

/** Checkboxes for every right; a user can give only the rights that they have. */
export const RightsChoice = ({
  c,
  chosen,
  bundles,
}: {
  c: ConsoleContext;
  chosen: readonly string[];
  bundles?: BundleRights;
}) => (
  <fieldset>
    <legend>{localised(c, bundleWords).legend}</legend>
    {bundles ? <BundleButtons c={c} bundles={bundles} /> : null}
    <div class="grid">
      {AllRights.options.map((right) => (
        <RightCheckbox c={c} right={right} isChosen={chosen.includes(right)} />
      ))}
    </div>
  </fieldset>
);
