// What every client library has to be able to do with the sandbox, in terms of an adapter around the library.
import assert from 'node:assert/strict';
import { deflateSync, crc32 } from 'node:zlib';

export const url = process.env.SANDBOX_URL;
export const token = process.env.SANDBOX_TOKEN;
const user = 2001;

export async function person(path, body) {
  const response = await fetch(`${url}/sandbox/${path}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
  const answer = await response.json();
  assert.ok(response.ok, JSON.stringify(answer));
  return answer;
}

export async function see(path) {
  return (await fetch(`${url}/sandbox/${path}`)).json();
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(8);
  framed.writeUInt32BE(data.length, 0);
  framed.writeUInt32BE(crc(body), 4);
  return Buffer.concat([framed.subarray(0, 4), body, framed.subarray(4)]);
}

function crc(bytes) {
  if (crc32) return crc32(bytes);
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let k = 0; k < 8; k++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

export function png(size = 8) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size + 1), 200);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0)),
  ]);
}

export async function until(what, check, seconds = 15) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const found = await check();
    if (found) return found;
    await new Promise(resolve => setTimeout(resolve, 30));
  }
  throw new Error(`Waited ${seconds} s in vain for: ${what}`);
}

/** The adapter's bot polls; on /start it sends a button "go", on the press it answers "done" and edits to "finished". */
export async function dialogue(start, stop) {
  await person('users', { id: user, name: 'Клиент', language: 'ru' });
  const running = start();
  await person('start', { userId: user, payload: 'abc' });
  const screen = await until('the screen with a button', async () =>
    (await see(`chats/${user}/messages`)).messages.find(m => m.sandbox.from_bot && m.reply_markup));
  const { id } = await person('press', { userId: user, messageId: screen.message_id, data: 'go' });
  await until('the answer to the press', async () => (await see(`answers/${id}`)).text === 'done');
  await until('the edited screen', async () =>
    (await see(`chats/${user}/messages`)).messages.find(m => m.message_id === screen.message_id && m.text === 'finished'));
  await stop();
  await running;
}

/** call(method, params) → result; file(bytes, name) → the library's upload; failure(error) → {code, description, retryAfter}. */
export async function methods({ call, file, failure }) {
  const chat_id = user;
  const refused = async (method, params) => {
    try {
      await call(method, params);
    } catch (error) {
      return failure(error);
    }
    throw new Error(`${method} should have been refused`);
  };

  const me = await call('getMe');
  assert.equal(me.is_bot, true);

  const keyboard = { inline_keyboard: [[{ text: 'A', callback_data: 'a' }, { text: 'Ссылка', url: 'https://example.org/' }]] };
  const text = await call('sendMessage', { chat_id, text: '<b>Привет</b>', parse_mode: 'HTML', reply_markup: keyboard });
  assert.equal(text.text, 'Привет');
  assert.equal(text.entities[0].type, 'bold');
  const message_id = text.message_id;
  const edited = await call('editMessageText', { chat_id, message_id, text: 'Пока' });
  assert.equal(edited.text, 'Пока');
  assert.match((await refused('editMessageText', { chat_id, message_id, text: 'Пока' })).description, /message is not modified/);
  assert.equal((await refused('sendMessage', { chat_id: 1, text: 'x' })).description, 'Bad Request: chat not found');
  await call('editMessageReplyMarkup', { chat_id, message_id, reply_markup: keyboard });

  const { id } = await person('press', { userId: user, messageId: message_id, data: 'a' });
  assert.equal(await call('answerCallbackQuery', { callback_query_id: id, text: 'да', show_alert: true }), true);
  assert.equal((await see(`answers/${id}`)).showAlert, true);

  const photo = await call('sendPhoto', { chat_id, photo: file(png(), 'a.png'), caption: '*c*', parse_mode: 'MarkdownV2' });
  assert.equal(photo.photo.at(-1).width, 8);
  const again = await call('sendPhoto', { chat_id, photo: photo.photo.at(-1).file_id });
  assert.equal(again.photo[0].file_unique_id, photo.photo[0].file_unique_id);
  await call('editMessageCaption', { chat_id, message_id: photo.message_id, caption: 'новая' });
  await call('editMessageMedia', { chat_id, message_id: photo.message_id, media: { type: 'photo', media: file(png(9), 'b.png'), caption: 'третья' } });
  const document = await call('sendDocument', { chat_id, document: file(Buffer.from('содержимое'), 'отчёт.txt') });
  assert.equal(document.document.file_name, 'отчёт.txt');
  assert.equal(document.document.mime_type, 'text/plain');
  await call('sendVoice', { chat_id, voice: file(Buffer.from('OggS'), 'v.ogg') });
  await call('sendVideo', { chat_id, video: file(Buffer.from('mp4'), 'v.mp4') });
  await call('sendAudio', { chat_id, audio: file(Buffer.from('mp3'), 'v.mp3'), title: 't' });
  const album = await call('sendMediaGroup', {
    chat_id, media: [{ type: 'photo', media: file(png(), '1.png') }, { type: 'photo', media: file(png(), '2.png'), caption: 'вторая' }],
  });
  assert.equal(album.length, 2);
  assert.equal(album[0].media_group_id, album[1].media_group_id);

  const path = (await call('getFile', { file_id: document.document.file_id })).file_path;
  assert.equal(await (await fetch(`${url}/file/bot${token}/${path}`)).text(), 'содержимое');

  await call('sendChatAction', { chat_id, action: 'typing' });
  const copy = await call('copyMessage', { chat_id, from_chat_id: chat_id, message_id });
  const forward = await call('forwardMessage', { chat_id, from_chat_id: chat_id, message_id });
  assert.equal(forward.forward_origin.type, 'user');
  await call('setMessageReaction', { chat_id, message_id, reaction: [{ type: 'emoji', emoji: '👍' }] });
  await call('pinChatMessage', { chat_id, message_id });
  assert.equal((await call('getChat', { chat_id })).pinned_message.message_id, message_id);
  await call('unpinChatMessage', { chat_id, message_id });
  await call('unpinAllChatMessages', { chat_id });
  assert.equal((await call('getChatMember', { chat_id, user_id: user })).status, 'member');
  await call('deleteMessage', { chat_id, message_id: copy.message_id });
  await call('deleteMessages', { chat_id, message_ids: [forward.message_id, again.message_id] });

  await call('setMyCommands', { commands: [{ command: 'start', description: 'Начать' }], language_code: 'ru' });
  assert.equal((await call('getMyCommands', { language_code: 'ru' }))[0].command, 'start');
  assert.equal((await see(`commands?userId=${user}`))[0].description, 'Начать');
  await call('deleteMyCommands', { language_code: 'ru' });
  await call('setMyName', { name: 'Имя' });
  assert.equal((await call('getMyName', {})).name, 'Имя');
  await call('setMyDescription', { description: 'Что' });
  assert.equal((await call('getMyDescription', {})).description, 'Что');
  await call('setMyShortDescription', { short_description: 'Кто' });
  assert.equal((await call('getMyShortDescription', {})).short_description, 'Кто');

  await person('faults', { kind: '429', method: 'sendMessage', times: 1, retryAfter: 7 });
  const flood = await refused('sendMessage', { chat_id, text: 'x' });
  assert.equal(flood.code, 429);
  assert.equal(flood.retryAfter, 7);

  await call('setWebhook', { url: 'http://127.0.0.1:9/hook', secret_token: 'abc', allowed_updates: ['message', 'callback_query'] });
  assert.equal((await call('getWebhookInfo')).url, 'http://127.0.0.1:9/hook');
  assert.equal((await refused('getUpdates', {})).code, 409);
  await call('deleteWebhook', { drop_pending_updates: true });
  assert.deepEqual(await call('getUpdates', { timeout: 0, allowed_updates: [] }), []);
  console.log('conforms');
}
