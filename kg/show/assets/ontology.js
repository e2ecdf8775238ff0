"use strict";
// Shows only the rows that hold what is typed.
const find = document.getElementById("find");
const found = document.getElementById("found");
const rows = [...document.querySelectorAll("tbody tr")];
find.addEventListener("input", () => {
  const wanted = find.value.trim().toLowerCase();
  for (const row of rows) row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
  for (const section of document.querySelectorAll("section"))
    section.hidden = !section.querySelector("tbody tr:not([hidden])");
  found.textContent = wanted === "" ? "" : `${rows.filter(row => !row.hidden).length} 行 rows`;
});
