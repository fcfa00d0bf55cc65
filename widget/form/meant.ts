/** Where most people have their mailbox; short names are left out, for many other names look like them. */
const common =
  'gmail.com googlemail.com hotmail.com outlook.com yahoo.com icloud.com protonmail.com proton.me t-online.de freenet.de outlook.de hotmail.de yahoo.de outlook.dk hotmail.dk hotmail.se outlook.se telia.com hotmail.no online.no orange.fr wanadoo.fr laposte.net hotmail.fr outlook.fr yahoo.fr libero.it virgilio.it hotmail.it yahoo.it hotmail.es outlook.es yahoo.es ziggo.nl kpnmail.nl hotmail.nl yahoo.co.uk hotmail.co.uk btinternet.com interia.pl luukku.com'.split(
    ' ',
  );

/** Real ones that look like a slip of those. */
const others = ['ymail.com', 'mail.com', 'email.com'];

/** Endings that are no domain. */
const wrongEnding = /\.(?:con|cim|cpm|vom|xom|cmo|ocm|comm|coom)$/;

/** The same provider in a country. */
const elsewhere = /\.(?!c?om?$|cm$)[a-z]{2}$/;

/** Whether one is the other with a letter too many, too few, another, or two that changed places. */
const isSlip = (one: string, other: string): boolean => {
  if (one.length > other.length) return isSlip(other, one);
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, wanted] = [one.slice(at), other.slice(at)];
  if (one.length < other.length) return rest === wanted.slice(1);
  return (
    rest.slice(1) === wanted.slice(1) ||
    (rest.slice(2) === wanted.slice(2) && rest[0] === wanted[1] && rest[1] === wanted[0])
  );
};

const nameOf = (domain: string): string => domain.slice(0, domain.indexOf('.'));

/** Returns the address that was probably meant; undefined where nothing looks wrong. */
export const meant = (address: string): string | undefined => {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  if (at < 1 || common.includes(domain) || others.includes(domain)) return undefined;
  const near = common.find(
    (each) => isSlip(domain, each) && !(elsewhere.test(domain) && nameOf(domain) === nameOf(each)),
  );
  const better = near ?? domain.replace(wrongEnding, '.com');
  return better === domain ? undefined : address.slice(0, at + 1) + better;
};
