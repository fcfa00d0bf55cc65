import type { ConsoleLocale } from '../kit/words.ts';

const en = {
  intro:
    'Every consent is sealed into a log that can only grow. What is sealed cannot be changed unnoticed, as long as someone else has seen it.',
  none: 'Nothing is sealed yet',
  noneText: 'Set LOG_KEYS and PUBLIC_URL. Records are sealed within a minute of the first one.',
  size: 'Records sealed',
  signedAt: 'Last sealed',
  origin: 'Name',
  keys: 'Public keys',
  keysHelp: 'Publish them where others find them without this server: on your website, in print.',
  checkpoint: 'Checkpoint',
  verifier: 'Check a proof file',
  halted: 'The log has stopped',
  by: {
    shorter: 'The ledger has lost records that were signed.',
    changed: 'The ledger, or the log, holds other records than were signed.',
    behind:
      'The copy outside this database, or a witness, has seen more than there is here, as after a restored backup.',
  },
  haltedText:
    'Nothing was signed since {since}, and this log never goes on. Sign-ups and preferences are recorded as before. Find out why; then another log seals the ledger as it is now. Proofs by this log stay as they are.',
  reason: 'What happened',
  reasonHelp: 'Goes into the audit log, for those who ask later.',
  succeed: 'Start another log',
  copies: 'Who else has seen it',
  copy: 'Copy outside the database (R2)',
  copyNone: 'None yet',
  copyUnbound: 'Not set up: bind FILES in wrangler.toml, ask a witness, or name a receiver below',
  copySize: '{n} records',
  timestamp: 'Last timestamp',
  witness: 'Witness',
  cosigned: 'Cosigned',
  alone:
    'Nobody else has seen this log: proofs show that a file was not changed since it was made, and not that this server never changed the log before.',
  receiver: 'Receiver',
  sent: 'Sent',
  setting: 'Witnesses, timestamps and receivers',
  witnesses: 'Witnesses',
  witnessesHelp: 'One a line: public key, a space, and the address before /add-checkpoint.',
  timestamps: 'Timestamp authority (RFC 3161)',
  timestampsHelp: 'Asked once a day. Only a hash is sent.',
  receivers: 'Receivers of checkpoints',
  receiversHelp:
    'One a line: an email address, which gets the newest checkpoint once an hour at most, or an address that each is posted to (https://). Anyone who has one can show at /verify whether the log was changed since.',
  witnessed: 'Logs that this server is a witness of',
  witnessedHelp: 'One public key a line.',
  own: 'Key of this server as a witness',
  ownNone: 'None: set WITNESS_KEY to cosign the logs of others.',
};

/** What the screen of the log says. */
export const logWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'Hvert samtykke forsegles i en log, der kun kan vokse. Det forseglede kan ikke ændres ubemærket, så længe en anden har set det.',
    none: 'Intet er forseglet endnu',
    noneText: 'Sæt LOG_KEYS og PUBLIC_URL. Poster forsegles inden for et minut efter den første.',
    size: 'Forseglede poster',
    signedAt: 'Sidst forseglet',
    origin: 'Navn',
    keys: 'Offentlige nøgler',
    keysHelp:
      'Offentliggør dem, hvor andre finder dem uden denne server: på jeres websted, på tryk.',
    checkpoint: 'Checkpoint',
    verifier: 'Kontrollér en bevisfil',
    halted: 'Loggen er stoppet',
    by: {
      shorter: 'Registeret har mistet poster, der blev underskrevet.',
      changed: 'Registeret eller loggen indeholder andre poster, end der blev underskrevet.',
      behind:
        'Kopien uden for databasen, eller et vidne, har set mere, end der er her, som efter en gendannet sikkerhedskopi.',
    },
    haltedText:
      'Intet er underskrevet siden {since}, og denne log fortsætter aldrig. Tilmeldinger og præferencer registreres som før. Find ud af hvorfor; så forsegler en ny log registeret, som det er nu. Beviser fra denne log bliver, som de er.',
    reason: 'Hvad skete der',
    reasonHelp: 'Kommer i revisionsloggen til dem, der spørger senere.',
    succeed: 'Begynd en ny log',
    copies: 'Hvem der ellers har set den',
    copy: 'Kopi uden for databasen (R2)',
    copyNone: 'Ingen endnu',
    copyUnbound:
      'Ikke sat op: bind FILES i wrangler.toml, spørg et vidne, eller angiv en modtager nedenfor',
    copySize: '{n} poster',
    timestamp: 'Seneste tidsstempel',
    witness: 'Vidne',
    cosigned: 'Medunderskrevet',
    alone:
      'Ingen anden har set denne log: beviser viser, at en fil ikke er ændret, siden den blev lavet, men ikke at denne server aldrig har ændret loggen før.',
    receiver: 'Modtager',
    sent: 'Sendt',
    setting: 'Vidner, tidsstempler og modtagere',
    witnesses: 'Vidner',
    witnessesHelp: 'Ét pr. linje: offentlig nøgle, et mellemrum og adressen før /add-checkpoint.',
    timestamps: 'Tidsstempeltjeneste (RFC 3161)',
    timestampsHelp: 'Spørges én gang om dagen. Kun en hash sendes.',
    receivers: 'Modtagere af checkpoints',
    receiversHelp:
      'Én pr. linje: en e-mailadresse, som højst får det nyeste checkpoint én gang i timen, eller en adresse, som hvert sendes til med POST (https://). Den, der har et, kan på /verify vise, om loggen er ændret siden.',
    witnessed: 'Logge, som denne server er vidne for',
    witnessedHelp: 'Én offentlig nøgle pr. linje.',
    own: 'Denne servers nøgle som vidne',
    ownNone: 'Ingen: sæt WITNESS_KEY for at medunderskrive andres logge.',
  },
};
