// The page's own words. The bot's words come from the bot.
const texts = {
  ru: {
    what: "Локальная замена Telegram: в Telegram ничего не уходит",
    skip: "К полю сообщения", close: "Закрыть", cancel: "Отмена", ok: "OK", language: "Язык страницы",
    "people.title": "Кто пишет боту", "people.open": "Пользователи", "people.add": "Новый пользователь",
    "people.name": "Имя", "people.language": "Язык в Telegram", "people.create": "Создать", "people.empty": "Пока нет сообщений",
    "people.unread": "непрочитанных: {n}", "people.nameNeeded": "Введите имя: по нему бот обратится к пользователю.",
    "welcome.title": "От чьего имени попробуем?", "welcome.text": "Выберите, кем вы будете в чате с ботом. Потом можно добавить других и переключаться между ними.",
    "welcome.other": "Другое имя…", "lang.ru": "русский", "lang.en": "английский",
    bot: "бот", typing: "печатает…", uploading: "отправляет файл…", log: "Сообщения", dock: "Новое сообщение", toEnd: "К последним сообщениям",
    "state.connecting": "соединение…", "state.away": "Сервер не отвечает — переподключаюсь…",
    start: "НАЧАТЬ", restart: "РАЗБЛОКИРОВАТЬ И НАЧАТЬ", empty: "Здесь пока пусто. Нажмите «Начать», и бот ответит.", earlier: "Показать более ранние ({n})",
    input: "Сообщение", send: "Отправить", "input.over": "{n} знаков: Telegram принимает не больше {max}",
    "files.attach": "Прикрепить файл или картинку", "files.drop": "Отпустите, чтобы прикрепить", "files.remove": "Убрать {name}",
    "files.asFile": "картинки отправить файлом", "files.tooBig": "{name}: больше 50 МБ, Telegram такой файл не примет.", "files.ready": "Готово к отправке: {n}",
    "commands": "Команды бота", "commands.open": "Команды бота",
    "keyboard": "Клавиатура бота", "keyboard.toggle": "Показать или скрыть клавиатуру бота", "keyboard.contact": "Поделиться контактом",
    "contact.phone": "Номер телефона", "contact.text": "Бот просит номер телефона. Отправится тот, что вы впишете.", "keyboard.unsupported": "Такая кнопка здесь не поддерживается: {kind}.",
    buttons: "Кнопки сообщения", edited: "изменено", you: "Вы", today: "Сегодня", yesterday: "Вчера",
    reply: "Ответить", edit: "Изменить", editing: "Изменение сообщения", "reply.to": "В ответ на", "reply.gone": "Сообщение удалено", forwarded: "Переслано",
    photo: "Фото", document: "Файл", voice: "Голосовое", video: "Видео", audio: "Аудио", sticker: "Стикер", contact: "Контакт", location: "Место",
    "photo.open": "Открыть фото", download: "Скачать {name}", pinned: "Закреплено", "service.pinned": "Бот закрепил сообщение", "service.other": "Служебное сообщение", unsupported: "Сообщение этого вида здесь не показывается",
    spoiler: "Показать скрытый текст", expand: "Показать целиком", "link.refused": "Небезопасная ссылка: не открывается", copied: "Скопировано",
    "press.slow": "Бот всё ещё не ответил на нажатие. В Telegram кнопка так же ждёт.", "press.unsupported": "Кнопка этого вида работает только в Telegram.",
    "tools.open": "Инструменты", "tools.title": "Инструменты",
    "calls.title": "Вызовы", "calls.filter": "Метод", "calls.errors": "только ошибки", "calls.updates": "показывать getUpdates", "calls.empty": "Бот ещё ничего не вызывал.", "calls.none": "Под фильтр ничего не подходит.",
    "calls.request": "Запрос", "calls.error": "Ошибка", "calls.chat": "чат {id}", "calls.bytes": "{n} Б", "calls.ms": "{n} мс",
    "faults.title": "Сбои", "faults.hint": "Проверьте, как бот переносит сбои: нажмите — и следующие вызовы пойдут с этим сбоем.",
    "faults.method": "Метод (пусто — любой)", "faults.times": "Сколько раз", "faults.chat": "только этот чат: {name}", "faults.seconds": "Секунд (429 и задержка)",
    "fault.429": "429 слишком часто", "fault.5xx": "5xx ошибка сервера", "fault.delay": "Задержка ответа", "fault.drop": "Обрыв до обработки", "fault.lost_answer": "Ответ потерян",
    "faults.active": "Действуют сейчас", "faults.none": "Сбоев нет.", "faults.clear": "Снять все", "faults.left": "осталось: {n}", "faults.any": "любой метод", "faults.mark": "Включены сбои: {n}",
    "acts.title": "Действия", "acts.payload": "Старт с параметром", "acts.payloadHint": "Как ссылка t.me/{bot}?start=…: до 64 знаков A–Z, a–z, 0–9, _ и -. Пусто — обычный старт.", "acts.start": "Нажать старт", "acts.payloadBad": "Параметр: до 64 знаков A–Z, a–z, 0–9, _ и -.",
    "acts.block": "Заблокировать бота", "acts.unblock": "Разблокировать бота", "acts.blockHint": "Как в Telegram: пока бот заблокирован, он не может писать этому пользователю.",
    "acts.reset": "Забыть все чаты", "acts.resetHint": "Стирает чаты, файлы, сбои и журнал этой замены Telegram. База самого бота остаётся.", "acts.resetSure": "Стереть все чаты, файлы, сбои и журнал? Вернуть их будет нельзя.", "acts.resetDone": "Всё стёрто, можно начать заново.",
    "acts.needUser": "Сначала выберите пользователя.", "error.away": "Сервер не отвечает. Проверьте, что бот запущен, и повторите.", "error.title": "Не получилось",
  },
  en: {
    what: "A local stand-in for Telegram: nothing is sent to Telegram",
    skip: "Skip to the message box", close: "Close", cancel: "Cancel", ok: "OK", language: "Page language",
    "people.title": "Who is writing", "people.open": "People", "people.add": "New person",
    "people.name": "Name", "people.language": "Language in Telegram", "people.create": "Create", "people.empty": "No messages yet",
    "people.unread": "{n} unread", "people.nameNeeded": "Enter a name: the bot will use it.",
    "welcome.title": "Who would you like to be?", "welcome.text": "Pick a person and the chat with the bot opens at once. You can add others later and switch between them.",
    "welcome.other": "Another name…", "lang.ru": "Russian", "lang.en": "English",
    bot: "bot", typing: "is typing…", uploading: "is sending a file…", log: "Messages", dock: "New message", toEnd: "To the latest messages",
    "state.connecting": "connecting…", "state.away": "The server does not answer — reconnecting…",
    start: "START", restart: "UNBLOCK AND START", empty: "Nothing here yet. Press Start and the bot will answer.", earlier: "Show earlier ({n})",
    input: "Message", send: "Send", "input.over": "{n} characters: Telegram takes at most {max}",
    "files.attach": "Attach a file or picture", "files.drop": "Drop to attach", "files.remove": "Remove {name}",
    "files.asFile": "send pictures as files", "files.tooBig": "{name}: larger than 50 MB, Telegram would not take it.", "files.ready": "Ready to send: {n}",
    "commands": "Bot commands", "commands.open": "Bot commands",
    "keyboard": "Bot keyboard", "keyboard.toggle": "Show or hide the bot keyboard", "keyboard.contact": "Share contact",
    "contact.phone": "Phone number", "contact.text": "The bot asks for a phone number. The one you enter is sent.", "keyboard.unsupported": "This kind of button is not supported here: {kind}.",
    buttons: "Message buttons", edited: "edited", you: "You", today: "Today", yesterday: "Yesterday",
    reply: "Reply", edit: "Edit", editing: "Editing the message", "reply.to": "Reply to", "reply.gone": "Deleted message", forwarded: "Forwarded",
    photo: "Photo", document: "File", voice: "Voice message", video: "Video", audio: "Audio", sticker: "Sticker", contact: "Contact", location: "Location",
    "photo.open": "Open photo", download: "Download {name}", pinned: "Pinned", "service.pinned": "The bot pinned a message", "service.other": "Service message", unsupported: "This kind of message is not shown here",
    spoiler: "Reveal hidden text", expand: "Show all of it", "link.refused": "Unsafe link: it does not open", copied: "Copied",
    "press.slow": "The bot has still not answered the press. In Telegram the button waits just the same.", "press.unsupported": "This kind of button works only in Telegram.",
    "tools.open": "Tools", "tools.title": "Tools",
    "calls.title": "Calls", "calls.filter": "Method", "calls.errors": "errors only", "calls.updates": "show getUpdates", "calls.empty": "The bot has not called anything yet.", "calls.none": "Nothing matches the filter.",
    "calls.request": "Request", "calls.error": "Error", "calls.chat": "chat {id}", "calls.bytes": "{n} bytes", "calls.ms": "{n} ms",
    "faults.title": "Faults", "faults.hint": "See how the bot bears trouble: press one, and the next calls meet that fault.",
    "faults.method": "Method (empty: any)", "faults.times": "How many times", "faults.chat": "only this chat: {name}", "faults.seconds": "Seconds (429 and delay)",
    "fault.429": "429 too many requests", "fault.5xx": "5xx server error", "fault.delay": "Slow answer", "fault.drop": "Cut before handling", "fault.lost_answer": "Answer lost",
    "faults.active": "Active now", "faults.none": "No faults.", "faults.clear": "Clear all", "faults.left": "left: {n}", "faults.any": "any method", "faults.mark": "Faults active: {n}",
    "acts.title": "Actions", "acts.payload": "Start with payload", "acts.payloadHint": "Like the link t.me/{bot}?start=…: up to 64 of A–Z, a–z, 0–9, _ and -. Empty: a plain start.", "acts.start": "Press start", "acts.payloadBad": "The payload is up to 64 of A–Z, a–z, 0–9, _ and -.",
    "acts.block": "Block the bot", "acts.unblock": "Unblock the bot", "acts.blockHint": "As in Telegram: a blocked bot cannot write to this person.",
    "acts.reset": "Forget all chats", "acts.resetHint": "Erases the chats, files, faults and log of this stand-in. The bot's own database stays.", "acts.resetSure": "Erase all chats, files, faults and the log? They cannot be brought back.", "acts.resetDone": "All erased, start afresh.",
    "acts.needUser": "Pick a person first.", "error.away": "The server does not answer. Check that the bot is running and try again.", "error.title": "That did not work",
  },
};

const storageKey = "sandbox.language";
const listeners = [];
let current = remembered() ?? (navigator.language?.toLowerCase().startsWith("ru") ? "ru" : "en");

function remembered() {
  const value = localStorage.getItem(storageKey);
  return value in texts ? value : null;
}

export const language = () => current;

/** For dates and numbers: English here counts the day in 24 hours, as the bot does. */
export const locale = () => (current === "en" ? "en-GB" : current);

export function t(key, values = {}) {
  const text = texts[current][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

export function setLanguage(value) {
  current = value in texts ? value : "en";
  localStorage.setItem(storageKey, current);
  localize(document);
  listeners.forEach((listener) => listener());
}

/** Runs now and again whenever the page's language changes. */
export function whenLanguageChanges(listener) {
  listeners.push(listener);
  listener();
}

export function localize(root) {
  document.documentElement.lang = current;
  for (const node of root.querySelectorAll("[data-text]")) {
    node.textContent = t(node.dataset.text);
  }
  for (const node of root.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.dataset.label));
    if (node.tagName === "BUTTON") {
      node.title = t(node.dataset.label);
    }
  }
  for (const node of root.querySelectorAll("[data-placeholder]")) {
    node.placeholder = t(node.dataset.placeholder);
  }
  for (const node of root.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset.language === current));
  }
}

export function clockTime(unixSeconds) {
  return new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit" }).format(unixSeconds * 1000);
}

export function dayName(unixSeconds) {
  const day = new Date(unixSeconds * 1000);
  const days = Math.round((startOfDay(new Date()) - startOfDay(day)) / 86_400_000);
  if (days === 0) {
    return t("today");
  }
  return days === 1 ? t("yesterday") : new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric" }).format(day);
}

export function fileSize(bytes) {
  const units = current === "ru" ? ["Б", "КБ", "МБ"] : ["B", "KB", "MB"];
  const power = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  const value = bytes / 1024 ** power;
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: power === 0 ? 0 : 1 }).format(value)} ${units[power]}`;
}

const startOfDay = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
