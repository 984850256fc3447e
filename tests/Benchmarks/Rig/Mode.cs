namespace DrAivBot.Rig;

internal enum Mode { Webhook, Polling }
