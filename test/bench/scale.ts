// What many people take a month on Cloudflare, on paper: from what was counted, and the prices and limits of
// D1, Workers and Email Service as of November 2026.

/** What an act asks of D1. */
export type Cost = { read: number; written: number; statements: number; trips: number };

/**
 * Of a person with one sign-up of four decisions and its sent email, as BENCHMARKS.md says how they were measured: what
 * stays after 90 days, the evidence that one in eight still has, the index of search, and four hashes in the log.
 */
const BYTES_A_PERSON = 1539 + 186 / 8 + 168 + 129;
/** What the ledger, the log and the list of who was erased keep of someone whose consents expired, and who was erased. */
const BYTES_LEFT = 1037;

/** US$ on Workers Paid, and what a month includes. */
const prices = {
  base: 5,
  read: { million: 0.001, included: 25_000_000_000 },
  written: { million: 1, included: 50_000_000 },
  requests: { million: 0.3, included: 10_000_000 },
  cpu: { million: 0.02, included: 30_000_000 },
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
/** What a request takes of a processor, on average: a sign-up took 6 ms where it was measured, most others less. */
const CPU_MS = 5;

/** What the schedule does after a sign-up, counted for sixty. */
const FOLLOWS = [
  'found by any part of their address',
  'counted',
  'their 240 records sealed',
  'what their emails told is forgotten',
  'their evidence is erased',
];

const beyond = (count: number, { million, included }: { million: number; included: number }) =>
  (Math.max(0, count - included) / 1_000_000) * million;

type Costs = (act: string) => Cost;

/** What the two years of one person cost: a sign-up with what follows it, its views, and in the end its expiry and erasure. */
const lifeOf = (costOf: Costs) => {
  const parts: (readonly [act: string, times: number])[] = [
    ['sign-up of a new person, with its email', 1],
    // As if no two were counted together.
    ['form, known to the isolate, and its count', VIEWS],
    ...FOLLOWS.map((what) => [`after 60 sign-ups: ${what}`, 1 / 60] as const),
    ['schedule, 200 consents expire', 1 / 200],
    ['bulk erasure of 100 people', 1 / 100],
  ];
  const sum = (of: 'read' | 'written'): number =>
    parts.reduce((total, [act, times]) => total + costOf(act)[of] * times, 0);
  return { read: sum('read'), written: sum('written') };
};

const rowsOf = (people: number, costOf: Costs) => {
  const signUps = people / MONTHS;
  const life = lifeOf(costOf);
  const save = costOf('preferences, saved');
  const check = costOf('mailing-check of 1,000 addresses');
  return {
    signUps,
    written: signUps * life.written + people * SAVES * save.written,
    read: signUps * life.read + people * (SAVES * save.read + (CHECKS * check.read) / 1000),
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
    requests:
      prices.base + beyond(requests, prices.requests) + beyond(requests * CPU_MS, prices.cpu),
    emails: beyond(signUps, prices.emails),
  };
  const all = Object.values(dollars).reduce((sum, each) => sum + each, 0);
  return [
    `${whole(people / 1e6)} million`,
    ...[gigabytes, Math.ceil(gigabytes / FULL_GB), (people * BYTES_LEFT) / 1e9].map(whole),
    ...[signUps, written / 1e6, read / 1e6].map(whole),
    ...Object.values(dollars).map(whole),
    whole(all),
  ];
};

export const SCALE_HEAD = [
  'people',
  'GB',
  'databases',
  'GB more in two years',
  'sign-ups a month',
  'M rows written',
  'M rows read',
  '$ rows',
  '$ storage',
  '$ requests, CPU',
  '$ emails',
  '$ a month',
];

/** What 5, 50 and 500 million people take a month. */
export const scaleRows = (costOf: Costs): string[][] =>
  [5e6, 5e7, 5e8].map((people) => scaleRow(people, costOf));
