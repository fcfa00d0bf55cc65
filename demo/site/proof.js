// Shows the receipt of the last submission on this page, or of the address that led here.
const worker = 'http://localhost:8787';

const row = (name, value) => {
  const line = document.createElement('tr');
  const head = document.createElement('th');
  const cell = document.createElement('td');
  head.scope = 'row';
  head.textContent = name;
  cell.textContent = value;
  line.append(head, cell);
  return line;
};

const show = async (id) => {
  const response = await fetch(`${worker}/v1/receipts/${encodeURIComponent(id)}`);
  if (!response.ok) return;
  const receipt = await response.json();
  const { statement, decisions } = receipt;
  document
    .getElementById('facts')
    .replaceChildren(
      row('When', new Date(receipt.recordedAt).toLocaleString()),
      row('Where', receipt.page ?? ''),
      ...decisions.map(({ purpose, subscription, decision, legalBasis }) =>
        row(purpose ?? subscription, `${decision} (${legalBasis})`),
      ),
      row('What was shown', `${receipt.form}, version ${receipt.version}, in ${receipt.locale}`),
      row('Its SHA-256', statement.sha256),
      row('Receipt', receipt.receipt),
    );
  document.getElementById('json').textContent = JSON.stringify(receipt, null, 2);
  document.getElementById('proof').hidden = false;
};

const given = new URLSearchParams(location.search).get('receipt');
if (given) show(given);
addEventListener('samtykke-recorded', ({ detail }) => show(detail.receipt));
