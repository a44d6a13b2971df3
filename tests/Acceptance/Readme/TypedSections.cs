namespace ArtsakhLedger.Tests.Readme;

/// <summary>The sections whose commands go on from one another, and are typed into one shell. The commands of all others stand alone.</summary>
public static class TypedSections
{
    public static IReadOnlyList<Section> Tour { get; } = [Document.Readme.Section("A five-minute tour")];

    /// <summary>What is recorded in one guide is corrected in the next.</summary>
    public static IReadOnlyList<Section> Recording { get; } =
    [.. Document.Guide("Record").Sections.Where(section => section.Heading != "Let others write"), .. Document.Guide("Correct").Sections];

    public static IReadOnlyList<Section> Batch { get; } = [Document.Guide("Add-a-batch").Section("Send a batch over HTTP")];

    public static IReadOnlyList<Section> OwnRecord { get; } = Document.Guide("Your-own-record").Sections;

    public static IReadOnlyList<Section> Exports { get; } =
    [
        Document.Guide("Prove").Section("Export the whole ledger"),
        Document.Guide("Add-a-batch").Section("Turn what came over HTTP into a batch"),
    ];

    public static IReadOnlyList<Section> Backup { get; } =
    [Document.Guide("Operate").Section("Back up"), Document.Guide("Operate").Section("Restore")];

    public static IEnumerable<Section> All => [.. Tour, .. Recording, .. Batch, .. OwnRecord, .. Exports, .. Backup];
}
