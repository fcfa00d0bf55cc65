import { allow, NotAllowed } from './server.ts';

/** Of a condition, the addresses or the number that it names: nothing else is understood here, nor asked. */
export const chosenBy = (
  filter: string,
): ((person: { id: number; emails: readonly string[] }) => boolean) => {
  const [, after] = /^personId gt (\d+)$/.exec(filter) ?? [];
  if (after !== undefined) return ({ id }) => id > Number(after);
  const one = "email/emailAddress eq '(?:[^']|'')*'";
  allow(new RegExp(`^${one}(?: or ${one})*$`).test(filter), `no filter: ${filter}`);
  const wanted = [...filter.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) =>
    text.replaceAll("''", "'").toLowerCase(),
  );
  return ({ emails }) => emails.some((email) => wanted.includes(email.toLowerCase()));
};

type Shipment = { Id: number; Name: string; Selected: boolean };

/** Does all that a patch of subscriptions says (RFC 6902); null where a test in it fails. Nothing else is patched. */
export const patched = (types: Shipment[], operations: unknown): Shipment[] | null => {
  if (!Array.isArray(operations)) throw new NotAllowed('a patch is a list of operations');
  for (const operation of operations) {
    const { op, path, value } = Object(operation);
    const [, at, name = ''] = /^\/ShipmentTypes\/(\d+)\/(Id|Selected)$/.exec(path) ?? [];
    const type = types[Number(at)];
    if (!type) throw new NotAllowed(`${op} ${path}`);
    if (op === 'test' && Reflect.get(type, name) !== value) return null;
    if (op === 'replace') Reflect.set(type, name, value);
  }
  return types;
};
