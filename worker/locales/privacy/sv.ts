import type { PrivacyTexts } from './texts.ts';

export default {
  emails: {
    'privacy-notice': {
      subject: 'Så använder {sender} dina uppgifter',
      body: `Du lämnade dina uppgifter på {page}. Vi använder dem för:

{purposes}

{rights}`,
      button: 'Se och ändra mina val',
      footer:
        'Du får det här mejlet en gång eftersom vi enligt lag måste informera dig (GDPR art. 13). Det kommer från {sender}.',
    },
    'source-notice': {
      subject: 'Så använder {sender} dina uppgifter',
      body: `Vi har fått dina uppgifter från den här källan: {source}. Vi använder dem för:

{purposes}

{rights}`,
      button: 'Se och ändra mina val',
      footer:
        'Du får det här mejlet en gång eftersom vi enligt lag måste informera dig (GDPR art. 14). Det kommer från {sender}.',
    },
    'request-received': {
      subject: '{sender} har tagit emot din begäran {number}',
      body: `Vi har tagit emot din begäran {number} ({kind}) och svarar senast {due}.

{grace}`,
      button: 'Se mina ärenden',
      footer: 'Du får det här mejlet eftersom du har skickat en begäran. Det kommer från {sender}.',
    },
    'request-done': {
      subject: '{sender} har slutfört din begäran {number}',
      body: 'Vi har slutfört din begäran {number} ({kind}).',
      button: '',
      footer: 'Du får det här mejlet eftersom du har skickat en begäran. Det kommer från {sender}.',
    },
    'request-refused': {
      subject: '{sender} har svarat på din begäran {number}',
      body: `Vi kan inte tillmötesgå din begäran {number} ({kind}). Skälet är:

{reason}

Du kan klaga hos dataskyddsmyndigheten och väcka talan i domstol.`,
      button: '',
      footer: 'Du får det här mejlet eftersom du har skickat en begäran. Det kommer från {sender}.',
    },
    'request-extended': {
      subject: 'Din begäran {number} tar längre tid',
      body: `Vi behöver mer tid för att svara på din begäran {number} ({kind}). Skälet:

{reason}

Vi svarar senast {due}. Du kan klaga hos Integritetsskyddsmyndigheten eller gå till domstol.`,
      button: '',
      footer: 'Du får det här mejlet eftersom du har skickat en begäran. Det kommer från {sender}.',
    },
    'restriction-lifted': {
      subject: 'Begränsningen av dina uppgifter har upphört',
      body: `Användningen av dina uppgifter var begränsad. Vi har hävt begränsningen. Skälet:

{reason}

Det som gällde före begränsningen gäller igen. I dina inställningar kan du återkalla ett samtycke, invända eller begränsa användningen igen.`,
      button: 'Mina inställningar',
      footer: 'Det här mejlet är från {sender}.',
    },
    'data-ready': {
      subject: 'Dina uppgifter från {sender} är klara (begäran {number})',
      body: `Du har bett om en kopia av dina uppgifter ({kind}). Allt vi har sparat om dig kan nu laddas ner: som en sida att läsa eller skriva ut, och som JSON eller CSV.

Länken öppnar dina egna sidor, så vidarebefordra inte det här mejlet. När den har gått ut kan du be om en ny där.`,
      button: 'Ladda ner mina uppgifter',
      footer: 'Du får det här mejlet eftersom du har skickat en begäran. Det kommer från {sender}.',
    },
    'breach-notice': {
      subject: 'En personuppgiftsincident hos {sender} berör dina uppgifter',
      body: `{nature}

Vad det kan betyda för dig:

{consequences}

Vad vi gör, och vad du själv kan göra:

{measures}

Kontakt: {contact}`,
      button: '',
      footer:
        'Du får det här mejlet eftersom vi enligt lag måste informera dig (GDPR art. 34). Det kommer från {sender}.',
    },
    'breach-reported': {
      subject: 'En möjlig personuppgiftsincident har anmälts',
      body: `Någon har anmält en möjlig personuppgiftsincident. Läs anmälan och öppna sedan ett ärende eller stäng anmälan.

De 72 timmarna för att informera myndigheten (GDPR art. 33) löper från att ni får kännedom om en incident.`,
      button: 'Läs anmälan',
      footer: 'Det här mejlet är från {sender}.',
    },
  },
  disclosure: {
    basis: 'Rättslig grund: {name}.',
    kept: 'Sparas tills {time} har gått utan aktivitet från dig.',
    keptUntil: 'Sparas tills du återkallar ditt samtycke, invänder eller ber oss radera det.',
    recipients: 'Mottagare: {names}.',
    transfers: 'Överföringar utanför EU och EES: {text}',
    rights:
      'Du kan få en kopia av dina uppgifter, få dem rättade eller raderade, begränsa användningen, invända, flytta dem till en annan tjänst och när som helst återkalla ett samtycke.',
    complaint: 'Du kan också klaga hos {authority}.',
    authority: 'Integritetsskyddsmyndigheten',
    automated: 'Inga beslut om dig fattas enbart automatiserat.',
    controller: 'Personuppgiftsansvarig: {name}.',
    dpo: 'Dataskyddsombud: {name}.',
  },
  incident: {
    title: 'Anmäl en personuppgiftsincident',
    intro:
      'Berätta om personuppgifter kan ha förlorats, ändrats eller setts av någon obehörig. Skriv inte själva uppgifterna.',
    what: 'Vad som hände eller vad du märkte',
    happenedAt: 'När det hände, om du vet (valfritt)',
    contact: 'Hur vi kan nå dig (valfritt)',
    button: 'Skicka anmälan',
    thanks: 'Tack. Vi har din anmälan och tittar på den direkt.',
    missing: 'Skriv vad som hände, med minst 10 tecken.',
  },
  report: {
    title: 'Uppgifter vi har om {email}',
    made: 'Skapad den {date}. Tider i tidszonen {zone}.',
    choices: 'Mina val',
    submissions: 'Formulär jag har skickat',
    bounced: 'E-post till den här adressen har studsat sedan {date}.',
    messages: 'Mejl till mig',
    nothing: 'Inga.',
    shown: 'Det som visades (SHA-256):',
    also: 'Listor och meddelanden',
    segment: 'På vår lista',
    breach: 'Underrättad om en personuppgiftsincident',
    uses: 'Vad uppgifterna används till',
    wording: 'Text som visades:',
    rights: 'Dina rättigheter',
    source: 'Källa: {name}.',
  },
} satisfies PrivacyTexts;
