using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArtsakhLedger.Facts;

namespace ArtsakhLedger.Database;

/// <summary>The folder of a ledger of one's own, which its file <c>ledger.json</c> marks. The file has the ledger's name, and where the embedded server
/// keeps its data.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Name">The name of the ledger, as it is written.</param>
/// <param name="Data">The name of the folder of its data, in the user's data directory.</param>
public sealed record LedgerFolder(string Path, string? Name, string? Data)
{
    /// <summary>The file that marks the folder.</summary>
    public const string FileName = "ledger.json";

    private const string Section = "Ledger";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Whether a folder is that of a ledger.</summary>
    public static bool IsAt(string folder) => File.Exists(System.IO.Path.Combine(folder, FileName));

    /// <summary>Finds the ledger's folder in or above a folder; null where there is none.</summary>
    /// <exception cref="SettingException">Its file cannot be read.</exception>
    public static LedgerFolder? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (IsAt(at.FullName))
            {
                return Read(at.FullName);
            }
        }

        return null;
    }

    /// <summary>Writes the file.</summary>
    public void Write() =>
        File.WriteAllText(
            System.IO.Path.Combine(Path, FileName),
            new JsonObject
            {
                [Section] = new JsonObject { [nameof(Name)] = Name, [nameof(Data)] = Data },
            }.ToJsonString(Readable) + "\n"
        );

    /// <summary>The settings that the file gives; none of other programs' files of that name.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings() =>
        [new($"{Section}:{nameof(Name)}", Name), new($"{Section}:{nameof(Data)}", Data)];

    /// <summary>The data folder in a setting: a name, since every ledger's data is in the user's data directory; null where none is set.</summary>
    /// <exception cref="SettingException">It is not a name.</exception>
    public static string? CheckedData(string? data) =>
        string.IsNullOrWhiteSpace(data) ? null
        : Slug.IsValid(data) ? data
        : throw new SettingException(
            $"Ledger:Data is '{data}', and has to be a name of lower-case letters, digits and hyphens: the folder in the user's data directory that the ledger's data is in."
        );

    private static LedgerFolder Read(string folder)
    {
        var file = System.IO.Path.Combine(folder, FileName);
        try
        {
            var ledger = JsonNode.Parse(File.ReadAllText(file))?[Section];
            return new(folder, (string?)ledger?[nameof(Name)], (string?)ledger?[nameof(Data)]);
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                $$"""{{file}} cannot be read. It has the form { "Ledger": { "Name": "…", "Data": "…" } }. {{unreadable.Message}}""",
                unreadable
            );
        }
    }
}
