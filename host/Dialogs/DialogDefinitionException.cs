namespace DrAivBot.Host.Dialogs;

/// <summary>The steps a dialog declares cannot work: a programmer's error, said in a sentence that names the dialog.</summary>
internal sealed class DialogDefinitionException(string message) : Exception(message);
