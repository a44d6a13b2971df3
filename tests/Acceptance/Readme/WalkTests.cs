using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Types the walks of somebody who records into a shell, command by command, against a service that runs.</summary>
public sealed class WalkTests(WrittenLedger ledger) : IClassFixture<WrittenLedger>
{
    [Fact]
    public Task Whoever_takes_the_tour_sees_what_the_README_shows() => TypeAsync(TypedSections.Tour);

    [Fact]
    public Task Whoever_records_and_corrects_sees_what_the_guides_show() => TypeAsync(TypedSections.Recording);

    [Fact]
    public Task Whoever_sends_a_batch_sees_what_the_guide_shows() => TypeAsync(TypedSections.Batch);

    [Fact]
    public Task Whoever_adds_a_sheet_sees_what_the_guide_shows() => TypeAsync(TypedSections.Sheet);

    private Task TypeAsync(IReadOnlyList<Section> walk) =>
        TypedWalk.ShouldPrintWhatIsShownAsync(walk, ledger.ConnectionString, ledger.Port);
}
