// Tries every form of the page, one row after another, and says which work in this browser.
const cards = [...document.querySelectorAll('.context')].filter((card) =>
  card.querySelector('iframe'),
);
const outcome = document.getElementById('outcome');

const show = (card, wrong) => {
  card.classList.toggle('works', wrong.length === 0);
  card.querySelector('.wrong').textContent = wrong.length === 0 ? 'Works' : wrong.join('; ');
};

const tried = (card) =>
  new Promise((resolve) => {
    const hear = ({ data }) => {
      if (data.context !== card.dataset.context) return;
      removeEventListener('message', hear);
      show(card, data.wrong);
      resolve(data);
    };
    addEventListener('message', hear);
    card.scrollIntoView({ block: 'start' });
    card.querySelector('iframe').src += '&try';
  });

/** The rows as they are seen, for a form is fetched when it comes into view. Those that use the history go alone. */
const rows = () => {
  const together = Map.groupBy(cards, ({ offsetTop }) => offsetTop);
  return [...together.values()].flatMap((row) => {
    const alone = row.filter(({ dataset }) => 'alone' in dataset);
    return [row.filter((card) => !alone.includes(card)), ...alone.map((card) => [card])];
  });
};

const tryAll = async () => {
  const results = [];
  for (const row of rows()) {
    results.push(...(await Promise.all(row.map(tried))));
    outcome.textContent = `${results.length} of ${cards.length} tried`;
  }
  const works = results.filter(({ wrong }) => wrong.length === 0);
  outcome.textContent = `${works.length} of ${cards.length} work in this browser.`;
  outcome.dataset.results = JSON.stringify(results);
};

document.getElementById('try').addEventListener('click', tryAll);
