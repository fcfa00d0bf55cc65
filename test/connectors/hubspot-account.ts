// An account of HubSpot: its contacts, and what is said of addresses.
type Status = 'SUBSCRIBED' | 'UNSUBSCRIBED' | 'NOT_SPECIFIED';
type Person = { id: string; email: string; others: string[]; hasBounced: boolean };

export const types = [
  { id: 11, name: 'Newsletter', isActive: true, isInternal: false },
  { id: 12, name: 'Invitations', isActive: true, isInternal: false },
  { id: 13, name: 'One to one', isActive: true, isInternal: true },
];

/** Opens an account by a clock of its own; statuses are of addresses, whether or not a contact has them. */
export const hubspotAccount = (clock: () => number) => {
  const people = new Map<string, Person>();
  const said = new Map<string, Map<string, { status: Status; at: number }>>();
  const left = new Map<string, number>();
  let next = 100;

  const byEmail = (email: string) =>
    [...people.values()].find((one) => one.email === email || one.others.includes(email));

  const make = (email: string): Person => {
    next += 1;
    const person = { id: String(next), email, others: [], hasBounced: false };
    people.set(person.id, person);
    return person;
  };

  const statusOf = (email: string, type: string): Status =>
    said.get(email)?.get(type)?.status ?? 'NOT_SPECIFIED';

  const say = (email: string, type: string, status: Status): void => {
    const own = said.get(email) ?? new Map();
    said.set(email, own.set(type, { status, at: clock() }));
  };

  const shown = ({ id, email, others, hasBounced }: Person) => ({
    id,
    properties: {
      email,
      hs_additional_emails: others.length > 0 ? others.join(';') : null,
      hs_email_hard_bounce_reason_enum: hasBounced ? 'UNKNOWN_USER' : null,
      hs_email_bad_address: null,
      hs_email_quarantined: null,
    },
    createdAt: new Date(0).toISOString(),
    updatedAt: new Date(0).toISOString(),
    archived: false,
  });

  const statusesOf = (email: string) =>
    types.map(({ id, name }) => {
      const own = said.get(email)?.get(String(id));
      return {
        channel: 'EMAIL',
        subscriberIdString: email,
        subscriptionId: id,
        subscriptionName: name,
        status: own?.status ?? 'NOT_SPECIFIED',
        source: 'SUBSCRIPTION_STATUS',
        timestamp: new Date(own?.at ?? 0).toISOString(),
        businessUnitId: 0,
      };
    });

  const wideOf = (email: string) => {
    const at = left.get(email);
    if (at === undefined) return [];
    const wide = { channel: 'EMAIL', status: 'UNSUBSCRIBED', wideStatusType: 'PORTAL_WIDE' };
    return [{ ...wide, subscriberIdString: email, timestamp: new Date(at).toISOString() }];
  };

  return { people, left, byEmail, make, statusOf, say, shown, statusesOf, wideOf };
};
