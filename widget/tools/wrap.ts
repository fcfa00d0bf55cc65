// Makes functions of the widget's modules: `KIT => exports`. So the form's code can come as a file of its own
// or within the script of one form, the page evaluates it once, and what is fetched later shares it.

/** The names of a clause, `a as b,c`, as pairs of what comes before and after `as`. */
const namesIn = (clause = ''): [from: string, to: string][] =>
  clause
    .split(',')
    .filter(Boolean)
    .map((each) => each.split(' as '))
    .map(([from = '', to = from]) => [from, to]);

const objectOf = (pairs: readonly (readonly [key: string, value: string])[]): string =>
  `{${pairs.map(([key, value]) => `${key}:${value}`).join()}}`;

const importing = /import\{([^}]*)\}from"\.\/form\.js";/g;
const exporting = /export\{([^}]*)\};?\s*$/;

const bodyOf = (code: string): string => {
  const body = code.replace(importing, '').replace('import"./form.js";', '').replace(exporting, '');
  const left = /\b(?:import|export)[\s{"*][^(].{0,60}/.exec(body);
  if (left) throw new Error(`A part of the widget may share only the form's file: ${left[0]}`);
  return body;
};

const exportsOf = (code: string): [from: string, to: string][] =>
  namesIn(exporting.exec(code)?.[1]);

/** The name under which the form's file exports what an entry point that only passes it on calls `name`. */
export const sharedName = (entry: string, name: string): string | undefined => {
  const local = exportsOf(entry).find(([, to]) => to === name)?.[0];
  const imported = [...entry.matchAll(importing)].flatMap(([, clause]) => namesIn(clause));
  return imported.find(([, to]) => to === local)?.[0];
};

/** The form's code: fills the kit with all that other parts share, and under names that every build has with some of it. */
export const wrapForm = (code: string, build: string, named: Record<string, string>): string => {
  const pairs = exportsOf(code).map(([from, to]) => [to, from] as const);
  const lasting = Object.entries(named).map(
    ([name, shared]) => [name, pairs.find(([key]) => key === shared)?.[1] ?? ''] as const,
  );
  const shared = objectOf([...pairs, ...lasting, ['build', JSON.stringify(build)]]);
  return `export default KIT=>{${bodyOf(code)};return Object.assign(KIT,${shared})}`;
};

/** Any other part. One that a page of another build fetches has the form's code of its own build fetched. */
export const wrapPart = (code: string, build: string): string => {
  const imported = [...code.matchAll(importing)].flatMap(([, clause]) => namesIn(clause));
  const exported = objectOf(exportsOf(code).map(([from, to]) => [to, from]));
  if (!imported[0]) return `export default()=>{${bodyOf(code)};return${exported}}`;
  const name = JSON.stringify(build);
  const kit = `KIT.build===${name}?KIT:await KIT.kitOf(${name})`;
  return `export default async KIT=>{const${objectOf(imported)}=${kit};${bodyOf(code)};return${exported}}`;
};

/** The style sheet of the form: it sets what sites change, and stands in the form's code once. */
const sheet = /`:host\{--accent(?:[^`\\]|\\.)*`/g;

/** Takes the style sheet out of the form's code, which then has it from the kit; as an expression. */
export const takeStyles = (code: string): { css: string; unstyled: string } => {
  const [css = '', another] = code.match(sheet) ?? [];
  if (!css || another) throw new Error("The form's code has its style sheet not once.");
  return { css, unstyled: code.replace(css, () => '([KIT.css])') };
};

/** The loader, with what comes along as its argument. */
export const wrapLoader = (code: string): string => `export default GIVEN=>{${code}}`;

/** The function of a wrapped module, as an expression. */
export const functionOf = (code: string): string =>
  `(${code.replace(/^export default\s*/, '').replace(/;\s*$/, '')})`;
