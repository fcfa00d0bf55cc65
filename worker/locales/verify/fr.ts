import type { VerifyTexts } from './texts.ts';

export default {
  page: {
    title: 'Vérifier une preuve de consentement',
    intro:
      'Vérifiez qu’un fichier de preuve est authentique : à quoi il a été consenti, en quels termes, et que rien n’a été modifié depuis.',
    private: 'Vos fichiers restent dans ce navigateur. Rien n’est envoyé.',
    drop: 'Déposez des fichiers ici',
    choose: 'Choisir des fichiers',
    script:
      'Cette page vérifie les fichiers avec JavaScript. Hors ligne, cette commande fait de même :',
    compare: 'Comparer avec ce que vous savez',
    address: 'Adresse e-mail',
    addressHelp: 'Indique si les enregistrements concernent cette adresse. Elle n’est pas envoyée.',
    keys: 'Clés publiques',
    keysHelp: 'Du journal ou de témoins, une par ligne, obtenues ailleurs que dans le fichier.',
    again: 'Vérifier à nouveau',
    checking: 'Vérification…',
    holds: 'Tout est exact',
    fails: 'Quelque chose n’est pas exact',
    partly: 'Ce qui est vérifiable est exact',
    listHolds: 'Ce qui est exact',
    listFails: 'Ce qui n’est pas exact',
    listUnknown: 'Ce qu’on ne peut pas savoir',
    records: 'Ce que dit le fichier',
    when: 'Quand',
    what: 'Pour quoi',
    decision: 'Décision',
    record: 'Enregistrement',
    together: 'Comparés entre eux',
    logKey: 'Clés indiquées par le fichier',
    download: 'Télécharger ce qui manque',
    tooLarge: 'Ce fichier est trop volumineux pour être un fichier de preuve.',
  },
  decisions: {
    given: 'Consenti',
    pending: 'En attente de confirmation',
    informed: 'Informé',
    refused: 'Non consenti',
    withdrawn: 'Retiré',
    objected: 'Opposition',
    restricted: 'Utilisation limitée',
    expired: 'Expiré',
  },
  found: {
    file: {
      holds: 'Le fichier est lisible.',
      fails: 'Ce n’est pas un fichier de preuve, ou il est endommagé.',
    },
    whole: {
      holds: 'Le journal a signé tout le fichier : rien n’a été ajouté, omis ou modifié depuis.',
      fails: 'Le fichier n’est pas tel que le journal l’a signé.',
      unknown: 'Le fichier dans son ensemble n’est pas signé : quelque chose a pu être omis.',
    },
    content: {
      holds: 'L’enregistrement a l’empreinte qui a été conservée avec lui.',
      fails: 'L’enregistrement a été modifié.',
    },
    sealed: {
      unknown:
        'L’enregistrement n’est pas encore scellé dans le journal. Téléchargez à nouveau le fichier dans quelques minutes.',
    },
    included: {
      holds: 'L’enregistrement figure dans le journal.',
      fails: 'L’enregistrement ne figure pas dans le journal indiqué.',
    },
    signed: {
      holds: 'Le journal l’a signé.',
      fails: 'Le journal ne l’a pas signé.',
      unknown: 'Sans la clé publique du journal, on ne peut pas savoir s’il l’a signé.',
    },
    key: {
      holds: 'La signature provient d’une clé que vous avez indiquée.',
      fails: 'La signature ne provient d’aucune des clés que vous avez indiquées.',
      unknown:
        'Le fichier ne permet pas de savoir à qui est la clé : comparez-la avec une copie obtenue ailleurs.',
    },
    statement: {
      holds: 'Ce qui a été affiché figure mot pour mot dans le fichier.',
      fails: 'Ce qui a été affiché manque ou a été modifié.',
    },
    look: {
      holds: 'L’apparence montre les mêmes mots.',
      fails: 'L’apparence montre d’autres mots.',
    },
    clicks: {
      holds: 'Ce qui a été envoyé et confirmé dans les formulaires correspond aux enregistrements.',
      fails:
        'Ce qui a été envoyé et confirmé dans les formulaires ne correspond pas aux enregistrements.',
    },
    receipt: {
      holds: 'Le reçu de consentement (ISO/IEC TS 27560) correspond aux enregistrements.',
      fails: 'Le reçu de consentement ne correspond pas aux enregistrements.',
    },
    address: {
      holds: 'Il s’agit de l’adresse e-mail que vous avez indiquée.',
      fails: 'Il ne s’agit pas de l’adresse e-mail que vous avez indiquée.',
      unknown: 'La personne a été effacée : on ne peut plus savoir de qui il s’agissait.',
      absent: 'De qui il s’agit n’a pas été vérifié : aucune adresse e-mail n’a été indiquée.',
    },
    witness: {
      holds:
        'Le témoin {by} a vu le journal avec {size} enregistrements le {at}, et il n’avait fait que croître.',
      fails: 'La signature du témoin {by} n’est pas valable.',
      absent:
        'Aucun témoin n’a signé le journal avec {size} enregistrements : on ne peut pas savoir si tous voient le même journal.',
    },
    time: {
      holds: '{by} a confirmé que le journal contenait ces {size} enregistrements le {at}.',
      fails: 'Un horodatage n’est pas valable.',
      absent:
        'Aucune autorité n’a confirmé quand le journal contenait {size} enregistrements : seul le journal le dit.',
    },
    authority: {
      holds: 'Le certificat de {by} est l’un de ceux que vous avez indiqués, ou en dépend.',
      fails: 'Le certificat de {by} n’est aucun de ceux que vous avez indiqués et n’en dépend pas.',
      unknown:
        'Le fichier ne permet pas de savoir si {by} est digne de confiance : ajoutez le certificat de l’autorité.',
    },
    consistent: {
      holds:
        'Le journal de {later} enregistrements commence par celui de {size} : il n’a fait que croître.',
      fails:
        'Le journal de {later} enregistrements ne commence pas par celui de {size} : il a été modifié.',
      unknown:
        'Pour savoir si le journal de {later} enregistrements commence par celui de {size}, il faut un fichier de plus, que le journal fournit. Ajoutez-le.',
      absent: 'Les fichiers proviennent de journaux différents et ne sont pas comparables.',
    },
  },
} satisfies VerifyTexts;
