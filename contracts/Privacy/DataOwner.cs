namespace DrAivBot.Privacy;

/// <summary>Whose data is meant. New ones may come.</summary>
public enum DataOwner
{
    /// <summary>The acting person's own.</summary>
    Person = 0,

    /// <summary>That of the company of the work; its owner alone may ask for it.</summary>
    Company = 1,
}
