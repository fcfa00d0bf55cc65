import privacy from './privacy/fr.ts';
import type { Texts } from './texts.ts';
import verify from './verify/fr.ts';

export default {
  emails: {
    ...privacy.emails,
    confirmation: {
      subject: 'Confirmez votre adresse e-mail pour {sender} : {code}',
      body: `Cette adresse a été saisie dans un formulaire sur {page}. Veuillez confirmer qu’elle est bien la vôtre.

Vous avez choisi :

{purposes}

Cliquez sur le bouton et confirmez sur la page qui s’ouvre, ou saisissez le code à 6 chiffres là où vous vous êtes inscrit. Durée de validité : {hours}.`,
      button: 'Confirmer mon adresse e-mail',
      footer:
        'Si vous n’êtes pas à l’origine de cette demande, ignorez cet e-mail : sans confirmation, nous ne vous envoyons rien et supprimons l’adresse (délai : {days}). Cet e-mail provient de {sender}.',
    },
    entry: {
      subject: '{code} est votre code pour {sender}',
      body: `Vous avez demandé à ouvrir vos préférences e-mail.

Saisissez ce code à 6 chiffres dans les 10 minutes là où vous l’avez demandé, ou cliquez sur le bouton. Le lien est valable 1 heure.`,
      button: 'Ouvrir mes préférences',
      footer:
        'Si vous n’avez rien demandé, ignorez cet e-mail. Ne communiquez pas le code : sans lui, personne ne peut voir ni modifier vos choix. Cet e-mail provient de {sender}.',
    },
    'address-old': {
      subject: 'Confirmez le changement de votre adresse e-mail chez {sender}',
      body: `Il nous a été demandé d’utiliser {email} à la place de cette adresse. Veuillez confirmer que vous le souhaitez.

Cliquez sur le bouton et confirmez sur la page qui s’ouvre. Nous posons la même question à la nouvelle adresse et ne changeons rien avant votre confirmation dans les deux e-mails. Le lien est valable 48 heures.`,
      button: 'Confirmer le changement',
      footer:
        'Si vous n’êtes pas à l’origine de cette demande, ignorez cet e-mail et rien ne changera. Cet e-mail provient de {sender}.',
    },
    'address-new': {
      subject: 'Confirmez votre nouvelle adresse e-mail pour {sender}',
      body: `Il nous a été demandé d’utiliser désormais cette adresse. Veuillez confirmer qu’elle est bien la vôtre.

Cliquez sur le bouton et confirmez sur la page qui s’ouvre. Le lien est valable 48 heures.`,
      button: 'Confirmer ma nouvelle adresse',
      footer:
        'Si vous n’êtes pas à l’origine de cette demande, ignorez cet e-mail : nous ne vous envoyons rien et supprimons l’adresse. Cet e-mail provient de {sender}.',
    },
    receipt: {
      subject: 'Reçu de vos choix chez {sender}',
      body: `Vous avez enregistré vos choix le {when}. Voici ce que nous avons consigné (texte exact : {proof}) :

{purposes}

Vous pouvez modifier vos choix à tout moment.`,
      button: 'Voir et modifier mes choix',
      footer: 'Vous recevez cet e-mail car vous avez demandé un reçu. Il provient de {sender}.',
    },
    'log-checkpoint': {
      subject: 'Point de contrôle du journal des consentements : {size} entrées',
      body: `Voici ce que le journal des consentements {origin} a signé : le nombre de ses entrées et une empreinte de toutes. Il ne contient aucune donnée personnelle.

Conservez cet e-mail. Si le journal est modifié par la suite, ce texte le montre : enregistrez le texte ci-dessous dans un fichier et vérifiez-le avec un fichier de preuve.`,
      button: 'Vérifier une preuve',
      footer:
        'Vous recevez cet e-mail parce que cette adresse reçoit les points de contrôle de {sender}.',
    },
    'webhook-disabled': {
      subject: 'Le webhook « {name} » a été désactivé',
      body: `Plus rien n’est envoyé au webhook « {name} » : son destinataire a répondu par des erreurs pendant trois jours, ou a indiqué qu’il n’existe plus.

Les événements sont conservés 30 jours. Corrigez le destinataire, puis réactivez le webhook : il reprendra là où il s’est arrêté.`,
      button: 'Ouvrir le webhook',
      footer: 'Vous recevez cet e-mail parce que vous pouvez modifier les paramètres de {sender}.',
    },
    'log-halted': {
      subject: 'Le journal des consentements est arrêté',
      body: `Depuis le {since}, plus rien n’est scellé dans le journal des consentements : le registre n’est plus celui qui a été signé. Cela arrive après la restauration d’une sauvegarde, ou si quelqu’un a modifié la base de données elle-même.

Lisez ce qui a été constaté, cherchez-en la cause, puis commencez un autre journal. Les inscriptions, les préférences et les e-mails continuent comme avant.`,
      button: 'Ouvrir le journal',
      footer: 'Vous recevez cet e-mail parce que vous pouvez modifier les réglages de {sender}.',
    },
    invitation: {
      subject: 'Votre accès à la console des consentements de {sender}',
      body: `Vous pouvez maintenant vous connecter à la console des consentements de {sender}.

Cliquez sur le bouton et saisissez cette adresse e-mail. Nous vous enverrons alors un lien de connexion.`,
      button: 'Aller à la connexion',
      footer:
        'Vous recevez cet e-mail car un administrateur vous a ajouté comme utilisateur. Il provient de {sender}.',
    },
    'sign-in': {
      subject: 'Votre lien de connexion pour {sender}',
      body: 'Vous avez demandé à vous connecter à la console des consentements. Cliquez sur le bouton et confirmez sur la page qui s’ouvre. Le lien fonctionne une seule fois, pendant 15 minutes.',
      button: 'Se connecter',
      footer:
        'Si vous n’avez rien demandé, ignorez cet e-mail. Ne le transférez pas : sans le lien, personne ne peut se connecter à votre place. Cet e-mail provient de {sender}.',
    },
    'purpose-changed': {
      subject: '{sender} a modifié le texte que vous avez accepté',
      body: `Vous avez donné votre consentement à ceci, et nous avons modifié le texte. En voici la nouvelle version :

{purposes}

Votre consentement reste valable. Si vous n’êtes plus d’accord, vous pouvez le retirer aussi facilement que vous l’avez donné.`,
      button: 'Voir et modifier mes choix',
      footer:
        'Vous recevez cet e-mail car vous avez donné votre consentement. Il provient de {sender}.',
    },
  },
  noUse: { title: 'Rien pour le moment', text: 'Nous ne vous enverrons rien.' },
  refused: {
    needs: 'Acceptez d’abord ce dont cela dépend.',
    robot:
      'Ce formulaire vérifie que vous n’êtes pas un robot, ce qui nécessite JavaScript. Activez JavaScript et rechargez la page, ou contactez-nous autrement.',
  },
  outcome: {
    title: 'Vous n’êtes pas inscrit',
    signedUp: '{email} est inscrit à :',
    agreed: 'Vous avez accepté :',
    informed: 'Nous utilisons vos données pour :',
    pending: 'En attente de la confirmation de {email} :',
    refused: 'Vous n’avez pas choisi :',
    ended: 'Terminé :',
    nothing: 'Nous ne vous enverrons rien suite à ce formulaire.',
    none: '{email} n’est inscrit à rien. Nous ne vous enverrons rien.',
  },
  confirm: {
    title: 'Confirmez votre adresse e-mail',
    text: 'Saisissez le code à 6 chiffres de notre e-mail envoyé à {email}, ou ouvrez le lien qu’il contient.',
    code: 'Code à 6 chiffres',
    button: 'Confirmer',
    again: 'Envoyer un nouvel e-mail',
    sent: 'Vous avez demandé un nouvel e-mail.',
    capped:
      'Si aucun e-mail n’arrive d’ici quelques minutes, regardez dans les indésirables. Nous en envoyons au plus 3 par heure et 10 par jour ; ensuite, redemandez dans une heure ou le lendemain.',
    wait: 'Vous pourrez demander un nouvel e-mail {when}.',
    other: 'Utiliser une autre adresse',
    wrong: 'Ce code est incorrect ou a expiré.',
    press: 'Cliquez sur le bouton pour confirmer que cette adresse est la vôtre.',
    late: 'Ce lien a expiré. Nous pouvons vous en envoyer un nouveau.',
    done: 'Votre adresse e-mail est confirmée',
    gone: 'Il n’y a plus rien à confirmer ici. Pour vous inscrire, remplissez à nouveau le formulaire.',
  },
  files: {
    large: 'Choisissez un fichier de {n} Mo maximum.',
    type: 'Choisissez un fichier de l’un de ces types : {types}.',
  },
  corrections: {
    title: 'Changement d’adresse e-mail',
    ask: 'Utiliser désormais {email} ?',
    button: 'Confirmer',
    half: 'Merci. Confirmez maintenant aussi dans l’e-mail envoyé à {email}.',
    changed: 'Désormais, nous envoyons vos e-mails à {email}.',
    taken: '{email} a déjà ses propres préférences e-mail. Ouvrez-les avec cette adresse.',
    late: 'Ce lien a expiré ou a déjà été utilisé. Demandez à nouveau le changement.',
  },
  unsubscribe: {
    title: 'Désabonnement',
    stop: 'Se désabonner de « {name} »',
    everything: 'Se désabonner de tout',
    manage: 'Voir et modifier tous mes choix',
    stopped: 'Vous êtes désabonné de « {name} ».',
    stoppedAll: 'Vous êtes désabonné de tous nos e-mails.',
    gone: 'Ce lien ne fonctionne plus.',
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
      title: 'La demande n’a pas été acceptée',
      text: 'Revenez en arrière, rechargez la page et réessayez.',
    },
    reference: 'Si cela se reproduit, indiquez ce numéro : {id}',
    preferences: 'Préférences e-mail',
  },
  pages: { privacy: 'Politique de confidentialité', language: 'Langue' },
  report: privacy.report,
  disclosure: privacy.disclosure,
  incident: privacy.incident,
  verify,
} satisfies Texts;
