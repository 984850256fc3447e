namespace DrAivBot.Host.Dialogs;

/// <summary>What a button of a dialog does.</summary>
internal enum DialogOp
{
    /// <summary>Answer with the choice whose id is the value.</summary>
    Choose = 0,

    /// <summary>Show the page of choices whose number is the value.</summary>
    Page = 1,

    /// <summary>Go to the step before.</summary>
    Back = 2,

    /// <summary>End the dialog without acting.</summary>
    Cancel = 3,

    /// <summary>Keep the answer given before.</summary>
    Keep = 4,

    /// <summary>Change the answer of the step whose id is the value.</summary>
    Edit = 5,

    /// <summary>Act on the answers.</summary>
    Confirm = 6,
}
