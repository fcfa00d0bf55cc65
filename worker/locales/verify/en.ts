import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Check a proof of consent',
    intro:
      'Find out whether a proof file is genuine: what was agreed, in which words, and that nothing was changed since.',
    private: 'Your files stay in this browser. Nothing is sent anywhere.',
    drop: 'Drop files here',
    choose: 'Choose files',
    script: 'This page checks files with JavaScript. Offline, this command does the same:',
    compare: 'Compare with what you know',
    address: 'Email address',
    addressHelp: 'Shows whether the records are about this address. It is not sent either.',
    keys: 'Public keys',
    keysHelp:
      'Of the log or of witnesses, one a line, as you got them from somewhere other than the file.',
    again: 'Check again',
    checking: 'Checking…',
    holds: 'Everything holds',
    fails: 'Something does not hold',
    partly: 'What can be checked holds',
    listHolds: 'What holds',
    listFails: 'What does not hold',
    listUnknown: 'What cannot be known',
    records: 'What the file says',
    when: 'When',
    what: 'What for',
    decision: 'Decision',
    record: 'Record',
    together: 'Compared with each other',
    logKey: 'Keys that the file names',
    download: 'Download what is missing',
    tooLarge: 'This file is too large to be a proof file.',
  },
  decisions: {
    given: 'Agreed',
    pending: 'Awaiting confirmation',
    informed: 'Informed',
    refused: 'Not agreed',
    withdrawn: 'Withdrawn',
    objected: 'Objected',
    restricted: 'Use restricted',
    expired: 'Expired',
  },
  found: {
    file: {
      holds: 'The file can be read.',
      fails: 'This is no proof file, or it was damaged.',
    },
    whole: {
      holds: 'The log signed the whole file: nothing was added, left out or changed since.',
      fails: 'The file is not as the log signed it.',
      unknown: 'The file as a whole is not signed: something may have been left out.',
    },
    content: {
      holds: 'What is recorded has the hash that was recorded with it.',
      fails: 'What is recorded was changed.',
    },
    sealed: {
      unknown: 'It is not sealed in the log yet. Download the file again in a few minutes.',
    },
    included: { holds: 'It is in the log.', fails: 'It is not in the log that the file names.' },
    signed: {
      holds: 'The log signed for it.',
      fails: 'The log did not sign for it.',
      unknown: 'Whether the log signed it cannot be known without the log’s public key.',
    },
    key: {
      holds: 'It is signed with a key that you gave.',
      fails: 'It is signed with none of the keys that you gave.',
      unknown:
        'Whose key it is cannot be known from the file: compare it with a copy from elsewhere.',
    },
    statement: {
      holds: 'What was shown is in the file, word for word.',
      fails: 'What was shown is missing, or was changed.',
    },
    look: {
      holds: 'How it looked shows the same words.',
      fails: 'How it looked shows other words than the statement.',
    },
    clicks: {
      holds: 'What was sent and confirmed in forms is what the records tell of.',
      fails: 'What was sent and confirmed in forms is not what the records tell of.',
    },
    receipt: {
      holds: 'The consent receipt (ISO/IEC TS 27560) says what the records say.',
      fails: 'The consent receipt does not say what the records say.',
    },
    address: {
      holds: 'It is about the email address that you gave.',
      fails: 'It is not about the email address that you gave.',
      unknown: 'The person was erased: whose record it was can no longer be known.',
      absent: 'Whose records these are was not checked: no email address was given.',
    },
    witness: {
      holds: 'The witness {by} saw the log with {size} records on {at}, and it had only grown.',
      fails: 'The signature of the witness {by} does not fit.',
      absent:
        'No witness signed the log with {size} records: whether everyone is shown the same log cannot be known.',
    },
    time: {
      holds: '{by} confirmed that the log had these {size} records on {at}.',
      fails: 'A timestamp does not fit.',
      absent:
        'No authority confirmed when the log had {size} records: the time is the log’s own word.',
    },
    authority: {
      holds: 'The certificate of {by} is one that you gave, or was issued under it.',
      fails: 'The certificate of {by} is none that you gave, nor issued under it.',
      unknown:
        'Whether {by} can be trusted cannot be known from the file: add the certificate of the authority.',
    },
    consistent: {
      holds: 'The log with {later} records begins with the log with {size}: it only grew.',
      fails:
        'The log with {later} records does not begin with the one with {size}: it was changed.',
      unknown:
        'Whether the log with {later} records begins with the one with {size} takes one more file, which the log gives. Add it to these.',
      absent: 'The files are of different logs, and cannot be compared.',
    },
  },
} satisfies VerifyTexts;
