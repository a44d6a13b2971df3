using ArtsakhLedger.Tests.Running;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Types the README's exports into a shell, command by command.</summary>
public sealed class ExportWalkTests(LedgerFixture ledger) : IClassFixture<LedgerFixture>
{
    public const string Section = "Export";

    [Fact]
    public Task Whoever_types_the_exports_sees_what_the_README_shows() =>
        TypedWalk.ShouldPrintWhatIsShownAsync(Section, ledger.ConnectionString, port: null);
}
