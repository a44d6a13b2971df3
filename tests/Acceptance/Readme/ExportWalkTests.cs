using ArtsakhLedger.Tests.Running;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Types the guides' exports into a shell, command by command.</summary>
public sealed class ExportWalkTests(SharedLedger ledger) : IClassFixture<SharedLedger>
{
    [Fact]
    public Task Whoever_types_the_exports_sees_what_the_guides_show() =>
        TypedWalk.ShouldPrintWhatIsShownAsync(TypedSections.Exports, ledger.ConnectionString, port: null);
}
