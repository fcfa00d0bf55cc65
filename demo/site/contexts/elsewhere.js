// What this page is there for, as its address says: to lead back, or on to a page that is rendered by then.
const RENDERED_MS = 1500;

const prerender = (url) => {
  const rules = document.createElement('script');
  rules.type = 'speculationrules';
  rules.textContent = JSON.stringify({ prerender: [{ urls: [url], eagerness: 'immediate' }] });
  document.head.append(rules);
  setTimeout(
    () => {
      location.href = url;
    },
    HTMLScriptElement.supports?.('speculationrules') ? RENDERED_MS : 0,
  );
};

if (location.search === '?back')
  addEventListener('pageshow', () => setTimeout(() => history.back(), 100));
if (location.search === '?prerender') prerender('prerendered.html?try');
