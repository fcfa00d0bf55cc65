// What has no doc comment is no part of an element's public face, and stays out of the manifest.
const described = (parts = []) => parts.filter(({ description }) => description);

const publicOnly = {
  name: 'public-only',
  packageLinkPhase: ({ customElementsManifest }) => {
    for (const module of customElementsManifest.modules) {
      module.declarations = module.declarations
        .filter(({ customElement }) => customElement)
        .map((element) => ({
          ...element,
          attributes: described(element.attributes),
          members: described(element.members).filter(({ privacy }) => privacy !== 'private'),
        }));
      module.exports = module.exports.filter(({ declaration }) =>
        module.declarations.some(({ name }) => name === declaration.name),
      );
    }
  },
};

export default {
  globs: [
    'widget/form/samtykke-form.ts',
    'widget/field/samtykke-field.ts',
    'widget/preferences/samtykke-preferences.ts',
  ],
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
