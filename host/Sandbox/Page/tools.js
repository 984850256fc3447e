// The panel on the right: opening it, its tabs.
import { startActs } from "./acts.js";
import { startCalls, watchCalls } from "./calls.js";
import { byId } from "./dom.js";
import { startFaults } from "./faults.js";
import { whenLanguageChanges } from "./texts.js";

const names = ["calls", "faults", "acts"];

export function startTools() {
  startCalls(byId("panel-calls"));
  startFaults(byId("panel-faults"));
  startActs(byId("panel-acts"));
  byId("tools-open").addEventListener("click", () => show(byId("tools").hidden));
  byId("tools-close").addEventListener("click", () => show(false));
  byId("tools").addEventListener("keydown", (event) => event.key === "Escape" && show(false));
  for (const name of names) {
    byId(`tab-${name}`).addEventListener("click", () => choose(name));
    byId(`tab-${name}`).addEventListener("keydown", walk);
  }
  choose("calls");
  whenLanguageChanges(() => choose(names.find((name) => !byId(`panel-${name}`).hidden)));
}

function show(open) {
  byId("tools").hidden = !open;
  byId("app").classList.toggle("with-tools", open);
  byId("tools-open").setAttribute("aria-expanded", String(open));
  const calls = !byId("panel-calls").hidden;
  watchCalls(open && calls);
  (open ? byId("tools").querySelector("[role='tab'][aria-selected='true']") : byId("tools-open")).focus();
}

function choose(chosen) {
  for (const name of names) {
    const tab = byId(`tab-${name}`);
    tab.setAttribute("aria-selected", String(name === chosen));
    tab.tabIndex = name === chosen ? 0 : -1;
    byId(`panel-${name}`).hidden = name !== chosen;
  }
  watchCalls(!byId("tools").hidden && chosen === "calls");
}

function walk(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) {
    return;
  }
  const here = names.findIndex((name) => event.target.id === `tab-${name}`);
  const next = names[(here + step + names.length) % names.length];
  choose(next);
  byId(`tab-${next}`).focus();
}
