import { expect, test } from 'vitest';
import { signMessage } from '../../../../worker/admin/webhooks/signing.ts';

test('a message is signed as the example of Standard Webhooks is', async () => {
  const keys = {
    shared: 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    own: btoa('o'.repeat(32)),
  };
  const signatures = await signMessage(
    [keys],
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1614265330,
    '{"test": 2432232314}',
  );
  expect(signatures.split(' ')[0]).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});
