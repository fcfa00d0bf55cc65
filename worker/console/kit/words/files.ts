import { type Reason, reasons } from '../../../platform/tables/unreadable.ts';

/** Why an uploaded file is refused; `{row}` is the row as a spreadsheet counts it. */
export const fileWords: Record<'en' | 'da', Record<Reason, string>> = {
  en: reasons,
  da: {
    missing: 'Vælg en fil.',
    empty: 'Filen har ingen række under overskriften.',
    'too-large': 'En fil må højst fylde 30 MB. Del den i flere filer.',
    'too-many-rows': 'En fil må højst have 200.000 rækker. Del den i flere filer.',
    'too-many-columns': 'En fil må højst have 200 kolonner. Fjern dem, du ikke har brug for.',
    quotes:
      'Række {row} har et anførselstegn, der ikke er lukket, eller tekst efter et, der er. Ret det i filen.',
    'row-too-long':
      'Række {row} er længere end 64 kB. Ret det i filen: måske mangler et anførselstegn.',
    'no-text': 'Filen er hverken en CSV-fil eller en Excel-projektmappe (.xlsx).',
    'old-workbook':
      'Projektmappen har et gammelt format eller er beskyttet. Gem den som .xlsx uden adgangskode eller som CSV.',
    'large-workbook': 'Projektmappen indeholder for meget tekst. Gem arket som CSV.',
    workbook: 'Projektmappen kan ikke læses. Gem den igen som .xlsx eller som CSV.',
  },
};
