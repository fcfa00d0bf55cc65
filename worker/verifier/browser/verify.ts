// On /verify: checks the files that are dropped or chosen. The page may connect to nothing, by its policy.
import './without-eval.ts';
import type { VerifyTexts } from '../../locales/verify/texts.ts';
import { verifyFiles } from '../../proof/compare.ts';
import type { Known } from '../../proof/finding.ts';
import { byId, element } from './dom.ts';
import { type NamedFile, type Reading, reportOf } from './report.ts';

/** No proof of a person is as large. */
const MOST_BYTES = 20_000_000;

const { lang } = document.documentElement;
const texts: VerifyTexts = JSON.parse(byId('texts', HTMLScriptElement).text);

// As the console writes dates in English: the day before the month.
const reader = lang === 'en' ? 'en-GB' : lang;
const times = new Intl.DateTimeFormat(reader, { dateStyle: 'medium', timeStyle: 'long' });
const numbers = new Intl.NumberFormat(reader);
const reading: Reading = {
  texts,
  format: { time: (at) => times.format(at), number: (value) => numbers.format(value) },
};

const drop = byId('drop', HTMLElement);
const input = byId('files', HTMLInputElement);
const known = byId('known', HTMLFormElement);
const address = byId('address', HTMLInputElement);
const keys = byId('keys', HTMLTextAreaElement);
const report = byId('report', HTMLElement);

let files: NamedFile[] = [];

/** What was typed in to compare with; what is empty is not known. */
const readKnown = (): Known => {
  const lines = keys.value.split('\n').map((line) => line.trim());
  const given = lines.filter((line) => line !== '');
  const isWitness = (vkey: string) => /\+[0-9a-f]{8}\+B/.test(vkey);
  const [own, witnesses] = [given.filter((line) => !isWitness(line)), given.filter(isWitness)];
  const email = address.value.trim();
  return {
    ...(own.length > 0 ? { keys: own } : {}),
    ...(witnesses.length > 0 ? { witnesses } : {}),
    ...(email === '' ? {} : { address: email }),
  };
};

let latest = 0;

const check = async (): Promise<void> => {
  if (files.length === 0) return;
  latest += 1;
  const mine = latest;
  const verified = await verifyFiles(
    files.map(({ text }) => text),
    readKnown(),
  );
  // Someone may have typed on while it was checked.
  if (mine !== latest) return;
  report.replaceChildren(...reportOf(files, verified, reading));
  known.hidden = false;
};

const take = async (chosen: readonly File[]): Promise<void> => {
  if (chosen.length === 0) return;
  if (chosen.some(({ size }) => size > MOST_BYTES)) {
    report.replaceChildren(element('p', { class: 'wrong' }, texts.page.tooLarge));
    return;
  }
  report.replaceChildren(element('p', {}, texts.page.checking));
  const read = await Promise.all(
    chosen.map(async (file) => ({ name: file.name, text: await file.text() })),
  );
  // What is added stays beside what was there, so that files can be compared; the same name takes its place.
  const names = new Set(read.map(({ name }) => name));
  files = [...files.filter(({ name }) => !names.has(name)), ...read];
  await check();
};

input.addEventListener('change', () => {
  void take([...(input.files ?? [])]);
  input.value = '';
});
known.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
known.addEventListener('change', () => void check());
addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
addEventListener('dragleave', () => drop.classList.remove('over'));
addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  void take([...(event.dataTransfer?.files ?? [])]);
});
drop.hidden = false;
