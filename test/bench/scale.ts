// What many people take a month on Cloudflare, on paper: from what was counted, and the prices and limits of
// D1, Workers and Email Service as of November 2026.

/** What an act asks of D1. */
export type Cost = { read: number; written: number; statements: number; trips: number };

/** Of a person with one sign-up of four decisions and its sent email, as BENCHMARKS.md says how they were measured. */
const BYTES_A_PERSON = 1508;

/** US$ on Workers Paid, and what a month includes. */
const prices = {
  base: 5,
  read: { million: 0.001, included: 25_000_000_000 },
  written: { million: 1, included: 50_000_000 },
  requests: { million: 0.3, included: 10_000_000 },
  emails: { million: 350, included: 3000 },
  gigabyte: { each: 0.75, included: 5 },
};

/** How full a database is to get: the rest of D1's 10 GB is for growth and migrations. */
const FULL_GB = 6;

/** Everybody is replaced in two years, after which a consent without a sign of life expires. */
const MONTHS = 24;
/** Of a hundred people a month, so many change their preferences. */
const SAVES = 0.01;
/** A form is shown so often for each sign-up, and an address is checked so often a month. */
const [VIEWS, CHECKS] = [20, 8];

const beyond = (count: number, { million, included }: { million: number; included: number }) =>
  (Math.max(0, count - included) / 1_000_000) * million;

type Costs = (act: string) => Cost;

const rowsOf = (people: number, costOf: Costs) => {
  const signUps = people / MONTHS;
  const signUp = costOf('sign-up of a new person, with its email');
  const expiry = costOf('schedule, 200 consents expire');
  const save = costOf('preferences, saved');
  const check = costOf('mailing-check of 1,000 addresses');
  return {
    signUps,
    written: signUps * (signUp.written + expiry.written / 200) + people * SAVES * save.written,
    read:
      signUps * (signUp.read + expiry.read / 200) +
      people * (SAVES * save.read + (CHECKS * check.read) / 1000),
    requests: signUps * (VIEWS + 2) + people * (SAVES * 3 + CHECKS / 1000),
  };
};

const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** A row of the table for so many people. */
const scaleRow = (people: number, costOf: Costs): string[] => {
  const { signUps, written, read, requests } = rowsOf(people, costOf);
  const gigabytes = (people * BYTES_A_PERSON) / 1e9;
  const dollars = {
    rows: beyond(written, prices.written) + beyond(read, prices.read),
    storage: Math.max(0, gigabytes - prices.gigabyte.included) * prices.gigabyte.each,
    requests: prices.base + beyond(requests, prices.requests),
    emails: beyond(signUps, prices.emails),
  };
  const all = Object.values(dollars).reduce((sum, each) => sum + each, 0);
  return [
    `${whole(people / 1e6)} million`,
    ...[gigabytes, Math.ceil(gigabytes / FULL_GB)].map(whole),
    ...[signUps, written / 1e6, read / 1e6].map(whole),
    ...Object.values(dollars).map(whole),
    whole(all),
  ];
};

export const SCALE_HEAD = [
  'people',
  'GB',
  'databases',
  'sign-ups a month',
  'M rows written',
  'M rows read',
  '$ rows',
  '$ storage',
  '$ requests',
  '$ emails',
  '$ a month',
];

/** What 5, 50 and 500 million people take a month. */
export const scaleRows = (costOf: Costs): string[][] =>
  [5e6, 5e7, 5e8].map((people) => scaleRow(people, costOf));
