import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Comment {sender} utilise vos données',
      body: `Vous nous avez communiqué vos données sur {page}. Nous les utilisons pour :

{purposes}

{rights}`,
      button: 'Voir et modifier mes choix',
      footer:
        'Vous recevez cet e-mail une seule fois, car la loi nous oblige à vous informer (art. 13 du RGPD). Il provient de {sender}.',
    },
    'source-notice': {
      subject: 'Comment {sender} utilise vos données',
      body: `Nous avons reçu vos données de cette source : {source}. Nous les utilisons pour :

{purposes}

{rights}`,
      button: 'Voir et modifier mes choix',
      footer:
        'Vous recevez cet e-mail une seule fois, car la loi nous oblige à vous informer (art. 14 du RGPD). Il provient de {sender}.',
    },
    'request-received': {
      subject: '{sender} a reçu votre demande {number}',
      body: `Nous avons reçu votre demande {number} ({kind}) et vous répondrons au plus tard le {due}.

{grace}`,
      button: 'Voir mes demandes',
      footer: 'Vous recevez cet e-mail car vous avez fait une demande. Il provient de {sender}.',
    },
    'request-done': {
      subject: '{sender} a traité votre demande {number}',
      body: 'Nous avons traité votre demande {number} ({kind}).',
      button: '',
      footer: 'Vous recevez cet e-mail car vous avez fait une demande. Il provient de {sender}.',
    },
    'request-refused': {
      subject: '{sender} a répondu à votre demande {number}',
      body: `Nous ne pouvons pas donner suite à votre demande {number} ({kind}). En voici la raison :

{reason}

Vous pouvez introduire une réclamation auprès de votre autorité de protection des données et saisir la justice.`,
      button: '',
      footer: 'Vous recevez cet e-mail car vous avez fait une demande. Il provient de {sender}.',
    },
    'request-extended': {
      subject: 'Votre demande {number} prend plus de temps',
      body: `Nous avons besoin de plus de temps pour répondre à votre demande {number} ({kind}). Le motif :

{reason}

Nous répondons au plus tard le {due}. Vous pouvez introduire une réclamation auprès de votre autorité de protection des données ou saisir la justice.`,
      button: '',
      footer: 'Vous recevez cet e-mail car vous avez fait une demande. Il provient de {sender}.',
    },
    'restriction-lifted': {
      subject: 'La limitation de vos données est levée',
      body: `L’utilisation de vos données était limitée. Nous avons levé cette limitation. Le motif :

{reason}

Ce qui s’appliquait avant la limitation s’applique de nouveau. Dans vos préférences, vous pouvez retirer un consentement, vous opposer ou limiter de nouveau l’utilisation.`,
      button: 'Mes préférences',
      footer: 'Cet e-mail est envoyé par {sender}.',
    },
    'data-ready': {
      subject: 'Vos données chez {sender} sont prêtes (demande {number})',
      body: `Vous avez demandé une copie de vos données ({kind}). Tout ce que nous conservons à votre sujet est prêt à être téléchargé : sous forme de page à lire ou à imprimer, et en JSON ou CSV.

Le lien ouvre vos propres pages : ne transférez pas cet e-mail. Une fois le lien expiré, vous pouvez en demander un nouveau sur place.`,
      button: 'Télécharger mes données',
      footer: 'Vous recevez cet e-mail car vous avez fait une demande. Il provient de {sender}.',
    },
    'breach-notice': {
      subject: 'Une violation de données chez {sender} concerne vos données',
      body: `{nature}

Ce que cela peut signifier pour vous :

{consequences}

Ce que nous faisons et ce que vous pouvez faire :

{measures}

Contact : {contact}`,
      button: '',
      footer:
        'Vous recevez cet e-mail car la loi nous oblige à vous informer (art. 34 du RGPD). Il provient de {sender}.',
    },
    'breach-reported': {
      subject: 'Une violation de données possible a été signalée',
      body: `Quelqu’un a signalé une possible violation de données. Lisez le signalement, puis ouvrez un dossier ou clôturez-le.

Le délai de 72 heures pour informer l’autorité (art. 33 du RGPD) court dès que vous avez connaissance d’une violation.`,
      button: 'Lire le signalement',
      footer: 'Cet e-mail est envoyé par {sender}.',
    },
  },
  disclosure: {
    basis: 'Base légale : {name}.',
    kept: 'Durée de conservation sans activité de votre part : {time}.',
    keptUntil:
      'Conservé jusqu’à ce que vous retiriez votre consentement, vous opposiez ou demandiez l’effacement.',
    recipients: 'Destinataires : {names}.',
    transfers: 'Transferts hors de l’UE et de l’EEE : {text}',
    rights:
      'Vous pouvez obtenir une copie de vos données, les faire rectifier ou effacer, en limiter l’utilisation, vous y opposer, les transmettre à un autre service et retirer un consentement à tout moment.',
    complaint: 'Vous pouvez aussi introduire une réclamation auprès de : {authority}.',
    authority: 'votre autorité de protection des données',
    automated: 'Aucune décision vous concernant n’est prise par des moyens uniquement automatisés.',
    controller: 'Responsable du traitement : {name}.',
    dpo: 'Délégué à la protection des données : {name}.',
  },
  incident: {
    title: 'Signaler une violation de données',
    intro:
      'Dites-nous si des données personnelles ont pu être perdues, modifiées ou vues par une personne non autorisée. N’indiquez pas les données elles-mêmes.',
    what: 'Ce qui s’est passé, ou ce que vous avez remarqué',
    happenedAt: 'Quand cela s’est passé, si vous le savez (facultatif)',
    contact: 'Comment vous joindre (facultatif)',
    button: 'Envoyer le signalement',
    thanks: 'Merci. Nous avons reçu votre signalement et l’examinons immédiatement.',
    missing: 'Indiquez ce qui s’est passé, en 10 caractères au moins.',
  },
  report: {
    title: 'Données conservées sur {email}',
    made: 'Établi le {date}. Heures dans le fuseau {zone}.',
    choices: 'Mes choix',
    submissions: 'Formulaires que j’ai envoyés',
    bounced: 'Les e-mails envoyés à cette adresse sont rejetés depuis le {date}.',
    messages: 'E-mails qui m’ont été envoyés',
    nothing: 'Aucun.',
    shown: 'Ce qui a été affiché (SHA-256) :',
    also: 'Listes et notifications',
    segment: 'Sur notre liste',
    breach: 'Notifié d’une violation de données',
    uses: 'À quoi servent les données',
    wording: 'Texte affiché :',
    rights: 'Vos droits',
    source: 'Source : {name}.',
  },
} satisfies PrivacyTexts;
