import type { ConsoleLocale } from '../../kit/words.ts';

const en = {
  intro: 'Copy one of these. The form appears where you put it; nothing else changes on your page.',
  tag: 'Any website',
  tagHelp: 'Put the first line into the head once, and the second where the form should appear.',
  html: 'First on the screen: the form itself in your page',
  htmlHelp:
    'Visitors see it as soon as the page, and can send it without JavaScript. The script then shows the newest version; copy this again after you publish one.',
  wordpress: 'WordPress',
  wordpressHelp: 'A block “Custom HTML”:',
  gtm: 'Google Tag Manager',
  gtmHelp:
    'A tag “Custom HTML” on all pages; put the div where the form should appear. With data-layer, a trigger “Custom Event” named samtykke-recorded gets the decisions, and nothing about who the visitor is.',
  webflow: 'Webflow',
  webflowHelp: 'An “Embed” element:',
  shopify: 'Shopify',
  shopifyHelp: 'A section “Custom Liquid”:',
  react: 'React',
  sri: 'With Subresource Integrity',
  sriHelp:
    'The browser takes exactly this file and no other. Copy it again after each update of Samtykke.',
  hostedPage: 'A page of its own',
  popup: 'As a pop-up, opened by what a visitor does',
  sideTab: 'Behind a side tab',
  button: 'As a pop-up, opened by a button of yours',
  buttonHelp: 'Any button or link on the page will do.',
  checkTitle: 'Is it there?',
  checkIntro:
    'Give the address of your page; we look whether the tag is on it and whether it may use the form.',
  page: 'Address of the page',
  check: 'Look',
  found: 'The tag is there.',
  notFound: 'The tag is not on this page.',
  unreadable: 'The page could not be read.',
  allowed: 'The website may use the form.',
  notAllowed: 'The website {origin} may not use the form yet: add it under “Rules”.',
};

/** What the screen says that puts a form on a website. */
export const embedWords: Record<ConsoleLocale, typeof en> = {
  en,
  da: {
    intro:
      'Kopiér en af disse. Formularen vises, hvor du sætter den; intet andet ændres på din side.',
    tag: 'Ethvert websted',
    tagHelp: 'Sæt den første linje i head én gang og den anden, hvor formularen skal stå.',
    html: 'Først på skærmen: selve formularen på din side',
    htmlHelp:
      'Besøgende ser den sammen med siden og kan sende den uden JavaScript. Scriptet viser derefter den nyeste version; kopiér dette igen, når du har udgivet en.',
    wordpress: 'WordPress',
    wordpressHelp: 'En blok “Brugerdefineret HTML”:',
    gtm: 'Google Tag Manager',
    gtmHelp:
      'Et tag “Tilpasset HTML” på alle sider; skriv div’en, hvor formularen skal stå. Med data-layer får en udløser “Tilpasset hændelse” med navnet samtykke-recorded det, der er besluttet, og intet om, hvem den besøgende er.',
    webflow: 'Webflow',
    webflowHelp: 'Et “Embed”-element:',
    shopify: 'Shopify',
    shopifyHelp: 'En sektion “Custom Liquid”:',
    react: 'React',
    sri: 'Med Subresource Integrity',
    sriHelp:
      'Browseren tager præcis denne fil og ingen anden. Kopiér den igen efter hver opdatering af Samtykke.',
    hostedPage: 'En side for sig',
    popup: 'Som pop-up, åbnet af det, en besøgende gør',
    sideTab: 'Bag en fane i siden',
    button: 'Som pop-up, åbnet af din egen knap',
    buttonHelp: 'Enhver knap eller ethvert link på siden kan bruges.',
    checkTitle: 'Er den der?',
    checkIntro:
      'Skriv adressen på din side; vi ser efter, om tagget er der, og om siden må bruge formularen.',
    page: 'Sidens adresse',
    check: 'Se efter',
    found: 'Tagget er der.',
    notFound: 'Tagget er ikke på denne side.',
    unreadable: 'Siden kunne ikke læses.',
    allowed: 'Webstedet må bruge formularen.',
    notAllowed: 'Webstedet {origin} må ikke bruge formularen endnu: tilføj det under “Regler”.',
  },
};
