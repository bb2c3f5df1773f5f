// Says something to people who listen to the page instead of looking at it.

const region = document.getElementById("announcer");
let later;

export function announce(text) {
  clearTimeout(later);
  // Emptied first, so that the same words are said again.
  region.textContent = "";
  later = setTimeout(() => (region.textContent = text), 100);
}
