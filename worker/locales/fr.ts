import type { Texts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Ce que {sender} conserve sur vous',
      body: `Vous venez de nous donner vos coordonnées sur {page}. Nous les conservons pour ceci :

{purposes}

Vous pouvez à tout moment nous demander ce que nous conservons sur vous, le faire corriger ou effacer, et retirer un consentement aussi facilement que vous l’avez donné.`,
      button: 'Voir et modifier',
      footer:
        'Vous recevez ce message une seule fois, parce que la loi nous demande de vous le dire (RGPD art. 13). Il vient de {sender}.',
    },
    confirmation: {
      subject: 'Confirmez votre adresse',
      body: `Quelqu’un, vous, nous l’espérons, a écrit cette adresse dans un formulaire sur {page}.

Vous avez choisi :

{purposes}

Appuyez sur le bouton, puis sur celui de la page qui s’ouvre. Ou écrivez ces six chiffres là où vous vous êtes inscrit. Les deux sont valables {hours} heures.`,
      button: 'Confirmer mon adresse',
      footer:
        'Ce n’était pas vous ? Ne faites rien : sans votre confirmation, rien ne vous est envoyé, et l’adresse est oubliée après {days} jours. Ce message vient de {sender}.',
    },
    entry: {
      subject: 'Vos préférences',
      body: `Voici le chemin vers ce que vous avez accepté, et pour le modifier.

Écrivez ces six chiffres là où vous les avez demandés ; ils sont valables 10 minutes. Ou appuyez sur le bouton ; son lien est valable une heure.`,
      button: 'Ouvrir mes préférences',
      footer:
        'Vous n’avez rien demandé ? Quelqu’un d’autre a écrit votre adresse, et rien n’arrive tant que vous gardez les chiffres pour vous. Ce message vient de {sender}.',
    },
    'request-received': {
      subject: 'Votre demande nº {number}',
      body: `Nous avons reçu votre demande nº {number} ({kind}). Vous aurez de nos nouvelles avant le {due}.

{grace}`,
      button: 'Voir mes demandes',
      footer: 'Ce message vient de {sender}.',
    },
    'request-done': {
      subject: 'Votre demande nº {number} est exécutée',
      body: 'Votre demande nº {number} ({kind}) a été exécutée.',
      button: '',
      footer: 'Ce message vient de {sender}.',
    },
    'address-old': {
      subject: 'Votre adresse va changer',
      body: `Quelqu’un, vous, nous l’espérons, veut que nous utilisions {email} à la place de cette adresse.

Appuyez sur le bouton, puis sur celui de la page qui s’ouvre. La même question est posée à la nouvelle adresse ; ce n’est qu’ensuite que quelque chose change. Le lien est valable 48 heures.`,
      button: 'Accepter le changement',
      footer:
        'Ce n’était pas vous ? Ne faites rien, et tout reste comme avant. Ce message vient de {sender}.',
    },
    'address-new': {
      subject: 'Confirmez votre nouvelle adresse',
      body: `Quelqu’un, vous, nous l’espérons, veut utiliser cette adresse auprès de {sender}.

Appuyez sur le bouton, puis sur celui de la page qui s’ouvre. Le lien est valable 48 heures.`,
      button: 'Confirmer ma nouvelle adresse',
      footer:
        'Ce n’était pas vous ? Ne faites rien : rien ne vous est envoyé, et l’adresse est oubliée. Ce message vient de {sender}.',
    },
    receipt: {
      subject: 'Ce que vous avez modifié',
      body: `Ceci a été enregistré le {when} et figure dans notre registre (les mots exacts : {proof}) :

{purposes}

Vous pouvez le modifier à nouveau à tout moment.`,
      button: 'Voir et modifier',
      footer: 'Vous avez demandé ce reçu. Il vient de {sender}.',
    },
    'breach-notice': {
      subject: 'Un incident a touché vos données chez {sender}',
      body: `{nature}

Ce que cela peut signifier pour vous :

{consequences}

Ce que nous faisons, et ce que vous pouvez faire :

{measures}

Interrogez-nous : {contact}`,
      button: '',
      footer:
        'Vous recevez ce message parce que la loi nous demande de vous le dire (RGPD art. 34). Il vient de {sender}.',
    },
    'sign-in': {
      subject: 'Votre lien de connexion à la console',
      body: 'Cliquez sur le bouton, puis confirmez sur la page qui s’ouvre. Le lien est valable 15 minutes et ne peut servir qu’une fois.',
      button: 'Se connecter',
      footer:
        'Vous n’avez rien demandé ? Quelqu’un d’autre a saisi votre adresse, et rien ne se passe tant que personne n’utilise le lien. Ce message vient de {sender}.',
    },
    'source-notice': {
      subject: 'Ce que {sender} conserve sur vous',
      body: `Nous avons vos coordonnées. Elles nous sont parvenues ainsi : {source}. Nous les conservons pour ceci :

{purposes}

Vous pouvez à tout moment demander ce que nous conservons sur vous, le faire corriger ou effacer, vous y opposer, et retirer un consentement aussi facilement qu’il a été donné.`,
      button: 'Voir et modifier',
      footer:
        'Vous recevez ce message une seule fois, parce que la loi nous demande de vous le dire (RGPD art. 14). Il vient de {sender}.',
    },
    'purpose-changed': {
      subject: 'Les mots que vous avez acceptés ont changé',
      body: `Vous avez dit oui à ceci chez {sender}, et les mots ont changé. Les voici maintenant :

{purposes}

Votre oui reste valable. Si vous voyez les choses autrement aujourd’hui, vous pouvez le retirer aussi facilement que vous l’avez donné.`,
      button: 'Voir et modifier',
      footer: 'Vous recevez ce message parce que vous avez dit oui à ceci. Il vient de {sender}.',
    },
    'data-ready': {
      subject: 'Vos données : demande nº {number}',
      body: `Vous avez demandé une copie de vos données ({kind}). Tout ce que nous conservons à votre sujet peut être téléchargé : sous forme de page à lire ou à imprimer, et en JSON ou CSV.

Le lien ouvre vos propres pages : ne transférez pas cet e-mail. Une fois le lien expiré, vous pourrez en demander un nouveau.`,
      button: 'Télécharger mes données',
      footer: 'Cet e-mail vient de {sender}.',
    },
    'request-refused': {
      subject: 'Votre demande nº {number}',
      body: `Nous ne pouvons pas faire ce que vous demandez dans votre demande nº {number} ({kind}). La raison :

{reason}

Vous pouvez vous plaindre auprès de l’autorité de protection des données et saisir la justice.`,
      button: '',
      footer: 'Ce message vient de {sender}.',
    },
  },
  noUse: { title: 'Rien pour le moment', text: 'Nous ne vous enverrons rien.' },
  outcome: {
    title: 'Vous n’êtes pas inscrit',
    signedUp: '{email} est inscrit à :',
    agreed: 'Vous avez accepté :',
    informed: 'Nous utilisons vos données pour :',
    pending: 'En attente de la confirmation de {email} :',
    refused: 'Vous avez refusé :',
    ended: 'Terminé :',
    nothing: 'Nous ne vous enverrons rien suite à ce formulaire.',
    none: '{email} n’est inscrit à rien. Nous ne vous enverrons rien.',
  },
  confirm: {
    title: 'Encore une étape',
    text: 'Saisissez le code à 6 chiffres de notre e-mail envoyé à {email}, ou ouvrez le lien qu’il contient.',
    code: 'Six chiffres',
    button: 'Confirmer',
    again: 'Renvoyer',
    sent: 'Vous avez demandé un nouvel e-mail.',
    capped:
      'Si aucun e-mail n’arrive d’ici quelques minutes, regardez dans les indésirables. Nous en envoyons au plus 3 par heure et 10 par jour ; ensuite, redemandez dans une heure ou le lendemain.',
    wait: 'Vous pourrez demander un nouvel e-mail {when}.',
    other: 'Utiliser une autre adresse',
    wrong: 'Ces chiffres sont inexacts ou trop anciens.',
    press: 'Appuyez sur le bouton pour confirmer que cette adresse est la vôtre.',
    late: 'Ce lien est trop ancien. Nous pouvons vous en envoyer un autre.',
    done: 'Votre adresse est confirmée',
    gone: 'Il n’y a plus rien à confirmer ici. Pour vous inscrire, remplissez à nouveau le formulaire.',
  },
  corrections: {
    title: 'Votre adresse',
    ask: 'Utiliser désormais {email} ?',
    button: 'Oui, l’utiliser',
    half: 'Merci. Faites maintenant de même dans le message envoyé à {email}.',
    changed: 'Désormais, vos messages vont à {email}.',
    taken: '{email} a déjà ses propres choix. Ouvrez-les avec cette adresse.',
    late: 'Ce lien est trop ancien ou a déjà servi. Demandez le changement encore une fois.',
  },
  unsubscribe: {
    title: 'Arrêter ces messages ?',
    stop: 'Arrêter « {name} »',
    everything: 'Tout arrêter',
    manage: 'Voir et modifier tous mes choix',
    stopped: 'Vous ne recevrez plus « {name} ».',
    stoppedAll: 'Vous ne recevrez plus aucun de nos messages.',
    gone: 'Ce lien ne mène plus nulle part.',
    erased: 'Nous n’avons plus aucune donnée sur vous : nous ne vous enverrons rien.',
  },
  problems: {
    missing: {
      title: 'Page introuvable',
      text: 'Le lien est peut-être incomplet, expiré ou déjà utilisé. Ouvrez le lien complet depuis l’e-mail, ou demandez-en un nouveau dans vos préférences e-mail.',
    },
    busy: {
      title: 'Veuillez patienter',
      text: 'Trop de demandes ont été reçues, ou le service est occupé. Réessayez dans quelques minutes.',
    },
    failed: {
      title: 'Désolé, une erreur s’est produite',
      text: 'Rien n’a été modifié. Réessayez plus tard.',
    },
    refused: {
      title: 'L’opération n’a pas abouti',
      text: 'Revenez en arrière, rechargez la page et réessayez.',
    },
    reference: 'Si cela se reproduit, indiquez ce numéro : {id}',
    preferences: 'Préférences e-mail',
  },
  pages: { privacy: 'Politique de confidentialité', language: 'Langue' },
  report: {
    title: 'Ce qui est conservé sur {email}',
    made: 'Établi le {date}.',
    choices: 'Mes choix',
    submissions: 'Ce que j’ai envoyé',
    bounced: 'Les e-mails envoyés à cette adresse sont rejetés depuis le {date}.',
    messages: 'Messages qui m’ont été envoyés',
    nothing: 'Rien.',
    shown: 'Ce qui a été montré (SHA-256) :',
    also: 'Listes et notifications',
    segment: 'Sur notre liste',
    breach: 'Notifié d’une violation de données',
  },
} satisfies Texts;
