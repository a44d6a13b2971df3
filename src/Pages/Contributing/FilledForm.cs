namespace ArtsakhLedger.Pages.Contributing;

/// <summary>A form as it was filled in. It leaves the token out, so that no page can show it.</summary>
/// <param name="Type">The kind of fact.</param>
/// <param name="Boxes">What was typed, by box; several values only in a box where several words can be chosen.</param>
/// <param name="Citations">How many citations have boxes: 1 or more.</param>
/// <param name="Key">The idempotency key: however often the form is sent, it is one request.</param>
/// <param name="Pressed">The button that was pressed.</param>
public sealed record FilledForm(
    string Type,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Boxes,
    int Citations,
    string Key,
    Button Pressed
)
{
    /// <summary>The names of the buttons in the form.</summary>
    public static IReadOnlyDictionary<Button, string> Buttons { get; } =
        new Dictionary<Button, string>
        {
            [Button.Preview] = "preview",
            [Button.Record] = "record",
            [Button.AnotherCitation] = "another-citation",
        };

    /// <summary>A form with nothing filled in but the polity.</summary>
    public static FilledForm Empty(string type, string? polity) =>
        new(
            type,
            polity is null ? new Dictionary<string, IReadOnlyList<string>>() : new() { ["polity"] = [polity] },
            Citations: 1,
            NewKey(),
            Button.Preview
        );

    /// <summary>What was typed into a box; empty where nothing was.</summary>
    public string this[string box] => Boxes.TryGetValue(box, out var values) ? values[0] : "";

    /// <summary>The words that were chosen in a box.</summary>
    public IReadOnlyList<string> ChosenIn(string box) => Boxes.GetValueOrDefault(box) ?? [];

    /// <summary>The same form as a new request.</summary>
    public FilledForm WithNewKey() => this with { Key = NewKey() };

    private static string NewKey() => Guid.NewGuid().ToString();
}

/// <summary>A button of the form.</summary>
public enum Button
{
    /// <summary>Shows what would change.</summary>
    Preview,

    /// <summary>Records the fact.</summary>
    Record,

    /// <summary>Adds boxes for another citation.</summary>
    AnotherCitation,
}
