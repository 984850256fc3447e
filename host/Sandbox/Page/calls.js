// The live log of Bot API calls.
import { api } from "./api.js";
import { byId, el, replaceChildren } from "./dom.js";
import { on } from "./store.js";
import { locale, t, whenLanguageChanges } from "./texts.js";

const kept = 500;
const pageSize = 200;
const pollDelay = 1000;

let calls = [];
let last = 0;
let watching = false;
let timer = 0;
const filter = { method: "", errors: false, updates: false };

export function startCalls(panel) {
  // A server that came back counts its calls from one again.
  on("connection", (value) => {
    last = value === "away" ? 0 : last;
  });
  const list = el("ol", { id: "call-list", class: "calls" });
  whenLanguageChanges(() => {
    const check = (name, text) =>
      el(
        "label",
        { class: "check" },
        el("input", {
          type: "checkbox",
          checked: filter[name],
          on: { change: (event) => change(name, event.target.checked) },
        }),
        el("span", { text }),
      );
    replaceChildren(
      panel,
      el(
        "div",
        { class: "filters" },
        el("input", {
          type: "search",
          class: "text-field",
          placeholder: t("calls.filter"),
          "aria-label": t("calls.filter"),
          value: filter.method,
          on: { input: (event) => change("method", event.target.value.trim().toLowerCase()) },
        }),
        check("errors", t("calls.errors")),
        check("updates", t("calls.updates")),
      ),
      el("p", { id: "call-empty", class: "muted", hidden: true }),
      list,
    );
    render();
  });
}

function change(name, value) {
  filter[name] = value;
  render();
}

export function watchCalls(wanted) {
  watching = wanted;
  clearTimeout(timer);
  if (wanted) {
    tick();
  }
}

export function forgetCalls() {
  calls = [];
  last = 0;
  render();
}

async function tick() {
  clearTimeout(timer);
  try {
    await load();
  } catch {
    // The page already shows that the server is away; the next tick tries again.
    last = 0;
  }
  if (watching) {
    timer = setTimeout(tick, pollDelay);
  }
}

async function load() {
  const fresh = await api.calls(last, pageSize);
  const added = last === 0 ? ((calls = []), fresh) : fresh.filter((call) => call.n > last);
  if (added.length === 0) {
    if (last === 0) {
      render();
    }
    return;
  }
  const from = calls.length;
  calls.push(...added);
  last = calls.at(-1).n;
  if (calls.length > kept || from === 0) {
    calls = calls.slice(-kept);
    render();
  } else {
    // New rows go on top one by one, so that an opened row stays open.
    byId("call-list").prepend(...added.filter(matches).map(renderCall).reverse());
    empty();
  }
}

const failed = (call) => call.status >= 400 || call.status === 0 || Boolean(call.error);

function matches(call) {
  const method = call.method.toLowerCase();
  return (
    method.includes(filter.method) &&
    (!filter.errors || failed(call)) &&
    (filter.updates || failed(call) || filter.method || method !== "getupdates")
  );
}

function render() {
  const list = byId("call-list");
  if (list) {
    replaceChildren(list, ...calls.filter(matches).map(renderCall).reverse());
    empty();
  }
}

function empty() {
  const none = byId("call-list").childElementCount === 0;
  byId("call-empty").hidden = !none;
  byId("call-empty").textContent = t(calls.length === 0 ? "calls.empty" : "calls.none");
}

function renderCall(call) {
  const time = new Intl.DateTimeFormat(locale(), {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
  }).format(new Date(call.at));
  const facts = [
    call.chatId ? t("calls.chat", { id: call.chatId }) : null,
    call.bytes === undefined ? null : t("calls.bytes", { n: call.bytes }),
  ]
    .filter(Boolean)
    .join(" · ");
  const details = el(
    "details",
    {},
    el(
      "summary",
      {},
      el("span", { class: "call-status", text: call.status ? String(call.status) : "—" }),
      el("span", { class: "call-method", text: call.method }),
      el("span", { class: "muted", text: t("calls.ms", { n: Math.round(call.ms) }) }),
      el("time", { class: "muted", text: time }),
    ),
  );
  details.addEventListener("toggle", () => fill(details, call, facts), { once: true });
  const row = el("li", { class: failed(call) ? "call failed" : "call" }, details);
  row.dataset.method = call.method;
  return row;
}

function fill(details, call, facts) {
  details.append(
    facts ? el("p", { class: "muted", text: facts }) : "",
    call.error
      ? el(
          "p",
          { class: "call-error" },
          el("strong", { text: `${t("calls.error")}: ` }),
          typeof call.error === "string" ? call.error : JSON.stringify(call.error),
        )
      : "",
    el("h3", { text: t("calls.request") }),
    el("pre", { tabindex: "0", text: JSON.stringify(call.request, null, 2) }),
  );
}
