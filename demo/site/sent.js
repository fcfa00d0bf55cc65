// The site's own form came with the receipt that Samtykke put into it.
const receipt = new URLSearchParams(location.search).get('samtykke-receipt');
if (receipt)
  document.getElementById('receipt').href = `proof.html?receipt=${encodeURIComponent(receipt)}`;
