// `npm run bench:log`: how fast records are sealed, beside plain SHA-256 over the same bytes in the same run, and how
// large a proof is and how fast Chromium verifies one. In memory: what the database adds is in BENCHMARKS.md. RECORDS
// says how many, 10,000 unless set.
import canonicalize from 'canonicalize';
import { append, type ReadTile, subtreesIn, type Tile } from '../../worker/log/tiles.ts';
import { sha256 } from '../../worker/platform/hash.ts';
import { isIncluded } from '../../worker/proof/check.ts';
import { checkpointText } from '../../worker/proof/checkpoint.ts';
import { type Signer, signNote, verifierOf, vkeyOf } from '../../worker/proof/note.ts';
import { writeTlogProof } from '../../worker/proof/tlog-proof.ts';
import { type Hash, inclusionProof, leafHash, rootOf } from '../../worker/proof/tree.ts';
import { aFile, inChromium, type Proved, statement } from './verified.ts';

const RECORDS = Number(process.env.RECORDS ?? 10_000);
/** So many are sealed in one run of the schedule. */
const SLICE = 1000;
const ORIGIN = 'consent.example.com/log/1';

const shown = await sha256(statement);

const contentOf = (index: number): Proved['content'] => {
  const id = `01a21636-14dc-712a-8453-${String(index).padStart(12, '0')}`;
  return {
    id,
    subject: index.toString(16).padStart(64, '0'),
    purpose: 'e-marketing',
    subscription: null,
    decision: 'given',
    legalBasis: '61A',
    source: 'web-form',
    actor: 'person',
    recordedAt: 1_764_093_600_000 + index,
    statement: shown,
    form: 'newsletter',
    version: 1,
    page: 'https://orchard.example/news',
    locale: 'en',
    comment: null,
    submission: id,
  };
};

const entryOf = (index: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(canonicalize(contentOf(index))));

const aSigner = async (): Promise<Signer> => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ]);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  return { key: privateKey, verifier: await verifierOf(ORIGIN, raw) };
};

const timed = async <Answer>(work: () => Promise<Answer>): Promise<[Answer, number]> => {
  const start = performance.now();
  return [await work(), performance.now() - start];
};

/** A log in memory. */
const tiles = new Map<string, Tile>();
const read: ReadTile = async (level, number) => tiles.get(`${level}/${number}`)?.hashes ?? [];

const seal = async (entries: readonly Uint8Array[], signer: Signer): Promise<string> => {
  let note = '';
  for (let size = 0; size < entries.length; size += SLICE) {
    const leaves = await Promise.all(entries.slice(size, size + SLICE).map(leafHash));
    for (const tile of await append(read, size, leaves))
      tiles.set(`${tile.level}/${tile.number}`, tile);
    const grown = size + leaves.length;
    const root = await rootOf(subtreesIn(read), grown);
    note = await signNote(checkpointText({ origin: ORIGIN, size: grown, root }), [signer]);
  }
  return note;
};

const rate = (ms: number): string => `${Math.round((RECORDS / ms) * 1000).toLocaleString('en')} /s`;

const entries = Array.from({ length: RECORDS }, (_, index) => entryOf(index));
const signer = await aSigner();
const [, plain] = await timed(async () => {
  for (let at = 0; at < RECORDS; at += SLICE)
    await Promise.all(
      entries.slice(at, at + SLICE).map((entry) => crypto.subtle.digest('SHA-256', entry)),
    );
});
const [note, sealing] = await timed(() => seal(entries, signer));
const root: Hash = await rootOf(subtreesIn(read), RECORDS);
const index = Math.floor(RECORDS / 3);
const proofAt = async (at: number): Promise<string> =>
  writeTlogProof({
    index: at,
    path: await inclusionProof(subtreesIn(read), at, RECORDS),
    checkpoint: note,
  });

const [path, proving] = await timed(() => inclusionProof(subtreesIn(read), index, RECORDS));
const proof = await proofAt(index);
const leaf = await leafHash(entries[index] ?? new Uint8Array());
const [isIn, checking] = await timed(() => isIncluded({ index, size: RECORDS, leaf, path, root }));
// As many records as a sign-up makes.
const signUp = [index, index + 1, index + 2];
const verified = await inChromium(
  await aFile(
    await Promise.all(
      signUp.map(async (at) => ({ content: contentOf(at), proof: await proofAt(at) })),
    ),
    signer,
  ),
  vkeyOf(signer.verifier),
);
console.log(`${RECORDS.toLocaleString('en')} records of ${entries[0]?.length} bytes
plain SHA-256   ${rate(plain)}
sealed          ${rate(sealing)}, ${(sealing / plain).toFixed(1)} times as long
a proof         ${new TextEncoder().encode(proof).length} bytes, made in ${proving.toFixed(1)} ms, checked in ${checking.toFixed(1)} ms
a proof file    ${verified.bytes.toLocaleString('en')} bytes, verified in Chromium in ${verified.median.toFixed(1)} ms (median of ${verified.rounds}; the first in ${verified.first.toFixed(1)} ms)`);
if (!isIn) throw new Error('The proof does not hold.');
