using System.Text.RegularExpressions;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Import;

/// <summary>The name of a batch, <c>{polity}/{NNNN-name}</c>, such as <c>abkhazia/0001-article</c>; also the name of its folder in <c>events/</c>.</summary>
public static partial class BatchName
{
    /// <summary>The format of a name, for messages.</summary>
    public const string Format = "{polity}/{NNNN-name}: the id of a polity, a slash, four digits, a hyphen and a name";

    /// <summary>In place of a polity in the names of batches with descriptions alone, which belong to none.</summary>
    public const string OfNoPolity = "common";

    /// <summary>The polity in a name; null where the name is not valid.</summary>
    public static string? PolityOf(string name) =>
        name.Split('/') is [var polity, var batch] && Slug.IsValid(polity) && NumberAndName.IsMatch(batch) ? polity : null;

    [GeneratedRegex("^[0-9]{4}-[a-z0-9-]{1,100}\\z")]
    private static partial Regex NumberAndName { get; }
}
