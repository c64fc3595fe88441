// Hides what is not searched for. The page is whole without it; its policy allows this text alone.
"use strict";
(() => {
  const [search, who, topic] = ["sok", "namnd", "omrade"].map((id) => document.getElementById(id));
  const found = document.querySelector(".found");
  const figures = [...document.querySelectorAll("details.figure")].map((box) => ({
    box,
    name: box.querySelector("summary").textContent.toLowerCase(),
    rows: [...box.querySelectorAll("[data-who]")].map((row) => ({
      row,
      who: row.dataset.who,
      name: row.querySelector("p, th").textContent.toLowerCase(),
    })),
  }));
  const sections = [...document.querySelectorAll("main > section:has(details)")];
  // So few are opened at once: a search for one figure shows it, and the choice of a committee its first ones.
  const FEW = 3;
  const FIRST = 5;

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = [];
    for (const { box, name, rows } of figures) {
      // Each word stands in the figure's name, or in that of a row: then only such rows are shown.
      const open = words.filter((word) => !name.includes(word));
      let some = false;
      for (const one of rows) {
        const fits = (!who.value || one.who === who.value) && open.every((word) => one.name.includes(word));
        one.row.hidden = !fits;
        some ||= fits;
      }
      // How many committees have the figure is of no use to who has chosen one.
      box.querySelector(".reach").hidden = who.value !== "";
      box.hidden = !some || (topic.value !== "" && box.parentElement.id !== topic.value);
      if (!box.hidden) shown.push(box);
    }
    for (const section of sections) section.hidden = !shown.some((box) => box.parentElement === section);
    if (words.length && shown.length <= FEW) for (const box of shown) box.open = true;
    const all = shown.length === figures.length;
    found.textContent = all ? `${figures.length} uppgifter.` : `${shown.length} av ${figures.length} uppgifter visas.`;
  }

  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.matches("details.figure")) return;
    target.open = true;
    target.scrollIntoView();
  }

  search.addEventListener("input", show);
  for (const field of [who, topic]) field.addEventListener("change", show);
  who.addEventListener("change", () => {
    const shown = figures.filter(({ box }) => !box.hidden);
    if (who.value && !shown.some(({ box }) => box.open)) for (const { box } of shown.slice(0, FIRST)) box.open = true;
  });
  document.getElementById("rensa").addEventListener("click", () => {
    for (const field of [search, who, topic]) field.value = "";
    for (const { box } of figures) box.open = false;
    show();
    search.focus();
  });
  addEventListener("hashchange", reveal);
  document.querySelector(".search").hidden = false;
  show();
  reveal();
})();
