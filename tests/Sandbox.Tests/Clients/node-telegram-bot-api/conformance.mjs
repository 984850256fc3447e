import { Bot, InlineKeyboardBuilder, InputFile } from 'node-telegram-bot-api';
import { dialogue, methods, token, url } from '../steps.mjs';

const bot = new Bot(token, { apiRoot: url, maxRetries: 0 });
bot.command('start', ctx => ctx.reply(`hello ${ctx.match}`, { reply_markup: new InlineKeyboardBuilder().text('Дальше', 'go').build() }));
bot.on('callback_query', async ctx => {
  await ctx.answerCallbackQuery({ text: 'done' });
  const { chat, message_id } = ctx.callbackQuery.message;
  await bot.api.editMessageText({ chat_id: chat.id, message_id, text: 'finished' });
});

await dialogue(() => bot.startPolling(), () => bot.stop());
await methods({
  call: (method, params) => bot.api[method](params),
  file: (bytes, name) => new InputFile(bytes, { filename: name }),
  failure: e => ({ code: e.errorCode, description: e.description, retryAfter: e.retryAfter }),
});
