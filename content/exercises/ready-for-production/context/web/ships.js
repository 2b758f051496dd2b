const list = document.querySelector('ul');
const ships = await fetch('/api/ships').then((response) => response.json());
for (const { name, berth } of ships) {
  const item = document.createElement('li');
  item.textContent = `${name}, berth ${berth}`;
  list.append(item);
}
