namespace DrAivBot.Host.Modules.Bulkheads;

/// <summary>So many turns are in the module that this one waits in its lane; nobody's failure.</summary>
internal sealed class ModuleBusyException(string module) : Exception($"As many turns as may are in module '{module}'.");
