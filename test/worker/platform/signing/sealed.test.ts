import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { newLinkKey } from '../../../../worker/platform/signing/keys.ts';
import {
  canSeal,
  isRotating,
  open,
  reseal,
  seal,
  Unopenable,
} from '../../../../worker/platform/signing/sealed.ts';

const [old, fresh] = [newLinkKey('old'), newLinkKey('new')];
const before = { ...env, SECRETS_KEY: old };
const rotated = { ...env, SECRETS_KEY: `${fresh} ${old}` };
const after = { ...env, SECRETS_KEY: fresh };

describe('a sealed text', () => {
  test('opens for what it was sealed for, and does not show what it says', async () => {
    const sealed = await seal(before, 'whsec_æøå', 'webhook/1');
    expect(await open(before, sealed, 'webhook/1')).toBe('whsec_æøå');
    expect(sealed).not.toContain('whsec');
    expect(await seal(before, 'whsec_æøå', 'webhook/1')).not.toBe(sealed);
  });

  test('opens for nothing else, nor when it was changed', async () => {
    const sealed = await seal(before, 'secret', 'webhook/1');
    await expect(open(before, sealed, 'webhook/2')).rejects.toThrow(Unopenable);
    await expect(open(before, `${sealed.slice(0, -4)}AAAA`, 'webhook/1')).rejects.toThrow(
      Unopenable,
    );
    await expect(open(before, 'nothing', 'webhook/1')).rejects.toThrow(Unopenable);
  });

  test('opens while its key is among the keys', async () => {
    const sealed = await seal(before, 'secret', 'webhook/1');
    expect(await open(rotated, sealed, 'webhook/1')).toBe('secret');
    expect(await open(after, await seal(rotated, 'secret', 'x'), 'x')).toBe('secret');
    await expect(open(after, sealed, 'webhook/1')).rejects.toThrow(Unopenable);
  });

  test('is sealed again with the newest key, while there is another and its own is known', async () => {
    expect([isRotating(before), isRotating(rotated)]).toEqual([false, true]);
    const sealed = await seal(before, 'secret', 'x');
    const fresh = await reseal(rotated, sealed, 'x');
    expect(await open(after, fresh ?? '', 'x')).toBe('secret');
    expect(await reseal(rotated, fresh ?? '', 'x')).toBeNull();
    expect(await reseal(after, sealed, 'x')).toBeNull();
  });

  test('cannot be made without a key of 32 bytes', async () => {
    const without = { ...env, SECRETS_KEY: 'short:AAAA' };
    expect(canSeal(without)).toBe(false);
    await expect(seal(without, 'secret', 'x')).rejects.toThrow('SECRETS_KEY');
  });
});
