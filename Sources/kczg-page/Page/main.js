// Shows that the engine runs, until there is a page to see.

import { Engine } from "./engine.js";

/** @param {string} id */
function embedded(id) {
  return document.getElementById(id)?.textContent ?? "";
}

async function startPage() {
  const options = JSON.parse(embedded("options"));
  const engine = await Engine.start({
    moduleBase64: embedded("module"), rulesBase64: embedded("rules"),
  });
  const words = engine.json({ op: "words", language: options.language });
  return { rules: engine.rules, words };
}

/** @param {string} text */
function show(text) {
  const place = document.getElementById("out");
  if (place) place.textContent = text;
}

startPage().then((answer) => show(JSON.stringify(answer, null, 2)), (error) => show(String(error)));
