// The user side of the sandbox server. Errors arrive as SandboxError with words fit to be shown.
import { t } from "./texts.js";

export class SandboxError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

// Another bot of this server, asked for in the page's address; without it the server means the host's bot.
const bot = Number(new URLSearchParams(location.search).get("bot")) || undefined;

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, { credentials: "omit", cache: "no-store", ...options });
  } catch {
    throw new SandboxError(t("error.away"), 0);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new SandboxError(body?.error ?? `${response.status} ${response.statusText}`, response.status);
  }
  return body;
}

const post = (path, body) =>
  call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...body, bot }),
  });

function query(values) {
  const given = Object.entries({ ...values, bot }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given).toString();
}

export const api = {
  info: () => call(`info?${query({})}`),
  saveUser: (user) => post("users", user),
  sendText: (userId, text, replyTo) => post("text", { userId, text, replyTo }),
  start: (userId, payload) => post("start", { userId, payload }),
  press: (userId, messageId, data) => post("press", { userId, messageId, data }),
  edit: (userId, messageId, text) => post("edit", { userId, messageId, text }),
  block: (userId, blocked) => post("block", { userId, blocked }),
  sendFile: (file) => post("file", file),
  sendContact: (userId, phone, firstName) => post("contact", { userId, phone, firstName }),
  messages: (userId, after = 0) => call(`chats/${userId}/messages?${query({ after })}`),
  answer: (callbackQueryId) => call(`answers/${encodeURIComponent(callbackQueryId)}?${query({})}`),
  calls: (after, limit) => call(`calls?${query({ after, limit })}`),
  faults: () => call(`faults?${query({})}`),
  addFault: (fault) => post("faults", fault),
  clearFaults: () => call(`faults?${query({})}`, { method: "DELETE" }),
  reset: () => post("reset", {}),
  commands: (userId) => call(`commands?${query({ userId })}`),
  eventsAddress: (userId, after) => `/sandbox/events?${query({ userId, after })}`,
  fileAddress: (uniqueId) => `/sandbox/files/${encodeURIComponent(uniqueId)}?${query({})}`,
};
