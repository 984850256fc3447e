// The "/" menu from setMyCommands, by button and while typing.
import { api } from "./api.js";
import { sendWords } from "./composer.js";
import { byId, el, replaceChildren } from "./dom.js";
import { on, state } from "./store.js";
import { showError } from "./toasts.js";

let commands = [];
let matches = [];
let active = 0;

export function startCommands() {
  const input = byId("input");
  byId("commands-open").addEventListener("click", async () => {
    if (!byId("commands").hidden) {
      close();
      return;
    }
    await load();
    open(commands);
    input.focus();
  });
  input.addEventListener("input", offer);
  input.addEventListener("keydown", steer);
  input.addEventListener("blur", (event) => {
    if (!event.relatedTarget?.closest("#commands, #commands-open")) {
      close();
    }
  });
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", "commands");
  input.setAttribute("aria-expanded", "false");
  on("selected", load);
  // Bots set their commands at start or after the first message: look again when the chat first has something in it.
  on("chat", ({ userId }) => userId === state.selectedId && load());
  on(
    "message",
    ({ userId, change }) => userId === state.selectedId && change === "added" && commands.length === 0 && load(),
  );
}

async function load() {
  const userId = state.selectedId;
  if (userId === null) {
    return;
  }
  try {
    const answer = await api.commands(userId);
    if (userId === state.selectedId) {
      commands = answer;
      byId("commands-open").hidden = commands.length === 0;
    }
  } catch (error) {
    if (error.status > 0) {
      showError(error);
    }
  }
}

async function offer() {
  const text = byId("input").value;
  if (!/^\/\w*$/.test(text)) {
    close();
    return;
  }
  if (text === "/") {
    await load();
  }
  const typed = byId("input").value.slice(1).toLowerCase();
  open(commands.filter(({ command }) => command.startsWith(typed)));
}

function open(list) {
  matches = list;
  active = 0;
  render();
}

function close() {
  matches = [];
  render();
}

function render() {
  const input = byId("input");
  const menu = byId("commands");
  const shown = matches.length > 0;
  menu.hidden = !shown;
  input.setAttribute("aria-expanded", String(shown));
  byId("commands-open").setAttribute("aria-expanded", String(shown));
  replaceChildren(
    menu,
    ...matches.map(({ command, description }, index) =>
      el(
        "li",
        {
          id: `command-${index}`,
          role: "option",
          "aria-selected": String(index === active),
          on: { mousedown: (event) => event.preventDefault(), click: () => choose(index) },
        },
        el("span", { class: "command", text: `/${command}` }),
        el("span", { class: "muted", text: description }),
      ),
    ),
  );
  if (shown) {
    input.setAttribute("aria-activedescendant", `command-${active}`);
    menu.children[active].scrollIntoView({ block: "nearest" });
  } else {
    input.removeAttribute("aria-activedescendant");
  }
}

function steer(event) {
  if (matches.length === 0) {
    return;
  }
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) {
    active = (active + steps[event.key] + matches.length) % matches.length;
    render();
  } else if (event.key === "Enter") {
    choose(active);
  } else if (event.key === "Tab" && !event.shiftKey) {
    fill(matches[active].command);
  } else if (event.key === "Escape") {
    close();
  } else {
    return;
  }
  event.preventDefault();
}

function fill(command) {
  byId("input").value = `/${command}`;
  byId("input").dispatchEvent(new Event("input"));
  close();
}

function choose(index) {
  const { command } = matches[index];
  byId("input").value = "";
  byId("input").dispatchEvent(new Event("input"));
  close();
  sendWords(`/${command}`);
  byId("input").focus();
}
