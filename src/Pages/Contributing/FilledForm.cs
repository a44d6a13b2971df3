namespace ArtsakhLedger.Pages.Contributing;

/// <summary>The form as somebody filled it in. The token is no part of it, so that no page can show it.</summary>
/// <param name="Type">The kind of fact.</param>
/// <param name="Boxes">What was typed, by box; several values only where several words were chosen.</param>
/// <param name="Citations">How many citations there are boxes for, from 1.</param>
/// <param name="Key">Names the one request that this form is, however often it is sent.</param>
/// <param name="Pressed">The button.</param>
public sealed record FilledForm(
    string Type,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Boxes,
    int Citations,
    string Key,
    Button Pressed
)
{
    /// <summary>The names of the buttons.</summary>
    public static IReadOnlyDictionary<Button, string> Buttons { get; } =
        new Dictionary<Button, string>
        {
            [Button.Preview] = "preview",
            [Button.Record] = "record",
            [Button.AnotherCitation] = "another-citation",
        };

    /// <summary>A form in which nothing is filled in yet but the polity.</summary>
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

    /// <summary>The words that were chosen.</summary>
    public IReadOnlyList<string> ChosenIn(string box) => Boxes.GetValueOrDefault(box) ?? [];

    /// <summary>The same form as another request.</summary>
    public FilledForm Anew() => this with { Key = NewKey() };

    private static string NewKey() => Guid.NewGuid().ToString();
}

/// <summary>A button of the form.</summary>
public enum Button
{
    /// <summary>Tells what would change.</summary>
    Preview,

    /// <summary>Records the fact.</summary>
    Record,

    /// <summary>Gives boxes for another citation.</summary>
    AnotherCitation,
}
