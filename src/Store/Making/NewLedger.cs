using System.Reflection;
using System.Security.Cryptography;
using ArtsakhLedger.Database;
using ArtsakhLedger.Import;
using ArtsakhLedger.Ledger;
using ArtsakhLedger.Vocabulary;

namespace ArtsakhLedger.Making;

/// <summary>Makes a ledger of one's own: a folder for its batches, and its name in an empty database.</summary>
/// <param name="Name">What the ledger is called.</param>
/// <param name="Folder">The folder.</param>
/// <param name="Data">The name of its data, in the user's data directory.</param>
public sealed record NewLedger(LedgerName Name, string Folder, string Data)
{
    /// <summary>The batch of the example.</summary>
    public const string ExampleBatch = "ruritania/0001-example";

    private const string Events = "events";
    private const string ExampleFiles = "example/";
    private const int LongestFolderName = 60;

    /// <summary>Plans a ledger; nothing is written yet.</summary>
    /// <param name="name">What it is to be called.</param>
    /// <param name="named">The folder for it, where one is named.</param>
    /// <param name="current">The current folder. Without a named one it is that if it is empty, and otherwise a new one in it.</param>
    /// <exception cref="LedgerNotMadeException">A ledger or a record is there already.</exception>
    public static NewLedger Plan(LedgerName name, string? named, string current)
    {
        if (!name.IsOwn)
        {
            throw new LedgerNotMadeException($"{name} is the name of the program. Say what your record is about.");
        }

        var inAscii = name.InAscii;
        var inFolders = inAscii.Length <= LongestFolderName ? inAscii : inAscii[..LongestFolderName].TrimEnd('-');
        var folder = Path.GetFullPath(
            named is not null ? Path.Combine(current, named)
            : IsEmpty(current) || LedgerFolder.Above(current) is not null ? current
            : Path.Combine(current, inFolders)
        );
        if (LedgerFolder.Above(folder) is { } other)
        {
            throw new LedgerNotMadeException(
                $"{other.Path} has a ledger already, “{other.Name}”. Name a folder outside of it: new-ledger \"{name}\" FOLDER"
            );
        }

        if (File.Exists(folder) || EventsFolderPath.HasBatches(Path.Combine(folder, Events)))
        {
            throw new LedgerNotMadeException(
                $"{folder} {(File.Exists(folder) ? "is a file" : "has a record already, in events/")}. Name another folder: new-ledger \"{name}\" FOLDER"
            );
        }

        return new(name, folder, $"{inFolders}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
    }

    /// <summary>Stores the name in a database and writes the folder.</summary>
    /// <param name="database">The database.</param>
    /// <param name="withExample">Whether to put the example into the folder.</param>
    /// <param name="cancellation">Cancels the making.</param>
    /// <exception cref="LedgerNotMadeException">The database has a ledger already.</exception>
    /// <exception cref="IOException">The folder cannot be written. Then nothing is stored.</exception>
    public async Task MakeAsync(LedgerDatabase database, bool withExample, CancellationToken cancellation)
    {
        if (await StoredName.FindAsync(database, cancellation) is { } found)
        {
            throw Taken(found.Name, found.Entries);
        }

        await Migration.ApplyAsync(database, cancellation);
        if (!await StoredName.TryFixAsync(database, Name, () => WriteFolder(withExample), cancellation))
        {
            var (name, entries) = await StoredName.FindAsync(database, cancellation) ?? (LedgerName.Default, 0);
            throw Taken(name, entries);
        }
    }

    private void WriteFolder(bool withExample)
    {
        var events = Directory.CreateDirectory(Path.Combine(Folder, Events)).FullName;
        if (Path.Combine(events, "schema.json") is var schema && !File.Exists(schema))
        {
            File.WriteAllText(schema, FactSchemas.OfFiles());
        }

        if (withExample)
        {
            var batch = Directory.CreateDirectory(Path.Combine([events, .. ExampleBatch.Split('/')])).FullName;
            var program = Assembly.GetExecutingAssembly();
            foreach (var name in program.GetManifestResourceNames().Where(name => name.StartsWith(ExampleFiles, StringComparison.Ordinal)))
            {
                using var content = program.GetManifestResourceStream(name)!;
                using var file = File.Create(Path.Combine(batch, name[ExampleFiles.Length..]));
                content.CopyTo(file);
            }
        }

        // Last: it is what makes the folder a ledger's.
        new LedgerFolder(Folder, Name.Text, Data).Write();
    }

    private LedgerNotMadeException Taken(LedgerName name, long entries) =>
        new(
            $"The database has a ledger already, “{name}”, with {entries} fact{(entries == 1 ? "" : "s")}. “{Name}” needs a database of its own: name an empty one in ConnectionStrings:Ledger, or leave that out."
        );

    /// <summary>Whether there is nothing in a folder but what begins with a dot, such as that of a version control, and an empty <c>events/</c>.</summary>
    private static bool IsEmpty(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder)
            .Where(entry => !Path.GetFileName(entry).StartsWith('.'))
            .All(entry =>
                Path.GetFileName(entry) == Events && Directory.Exists(entry) && !Directory.EnumerateFileSystemEntries(entry).Any()
            );
}
