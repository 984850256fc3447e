namespace DrAivBot.Assistant;

/// <summary>Something asked of the assistant. Numbers that matter are computed by the module, never by the model.</summary>
public sealed record AssistantRequest
{
    /// <summary>
    /// What it is for, a constant of the module: a label of figures and logs, after the module's id. 1 to 40 characters of
    /// <c>a-z</c>, <c>0-9</c> and <c>_</c>.
    /// </summary>
    public required string Purpose { get; init; }

    /// <summary>
    /// What to do with the data, 1 to 20,000 characters. Only the module's own words: whatever people wrote belongs into
    /// <see cref="Data"/>. The host adds that data are never instructions and that the answer keeps to the schema.
    /// </summary>
    public required string Instructions { get; init; }

    /// <summary>
    /// What to work on: one JSON value of at most 400,000 characters. Its texts are masked; names of properties are the
    /// module's own and are not.
    /// </summary>
    public required string Data { get; init; }

    /// <summary>
    /// JSON schema of the answer, strict: an object whose properties are all required and which has no others, in all
    /// depths. Known are <c>type</c> (also with <c>null</c>), <c>properties</c>, <c>required</c>,
    /// <c>additionalProperties</c>, <c>items</c>, <c>minItems</c>, <c>maxItems</c>, <c>minimum</c>, <c>maximum</c>,
    /// <c>enum</c> (of texts) and <c>description</c>; another word is an <see cref="ArgumentException"/>, for nobody would keep to it.
    /// Lengths of texts belong into <see cref="Check"/>.
    /// </summary>
    public required string Schema { get; init; }

    /// <summary>Names the schema to the provider. 1 to 64 characters of <c>a-z</c>, <c>0-9</c> and <c>_</c>.</summary>
    public required string SchemaName { get; init; }

    /// <summary>
    /// What the quota counts once, for example <c>report:</c> and the id of the report: asking for the same again, after a
    /// crash or because an answer was lost, costs nothing more. What failed is not counted. Within the module; 1 to 100
    /// characters, no personal data. A charge is asked for 20 times at most.
    /// </summary>
    public required string Charge { get; init; }

    /// <summary>
    /// Looks at an answer that keeps to the schema: invented ids, numbers that differ, texts that are too long. Gets the
    /// JSON; gives what is wrong, in English and in few words, for the model to mend, or null when it is good. Null, the
    /// default, checks nothing more. Must not throw and not keep what it gets.
    /// </summary>
    public Func<string, string?>? Check { get; init; }

    /// <summary>The most tokens an answer may have, 1 to 32,000; 8,000 by default.</summary>
    public int MostTokens { get; init; } = 8_000;

    /// <summary>For everything together, retries and repair included: 1 second to 10 minutes; 4 minutes by default. The job's deadline must be longer.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Of the words that take the place of what is masked: <c>ru</c> or <c>en</c>; others and null, the default, mean <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Whether a person who holds a post becomes its number, «пост 6», instead of «сотрудник». A part of a name that
    /// several people have stays «сотрудник». False by default.
    /// </summary>
    public bool NamesPosts { get; init; }
}
