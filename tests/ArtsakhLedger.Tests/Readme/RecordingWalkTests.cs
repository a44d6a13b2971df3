using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Types the README's walk of somebody who records into a shell, command by command, against a service that runs.</summary>
public sealed class RecordingWalkTests(PostgresServer server)
{
    public const string Section = "Record";

    [Fact]
    public async Task Whoever_types_the_walk_sees_what_the_README_shows()
    {
        var connection = await server.CreateLedgerAsync();
        using var service = new RunningService(TypedShell.On(connection));
        await service.UntilItAnswersAsync();

        await TypedWalk.ShouldPrintWhatIsShownAsync(Section, connection, service.Port);
    }
}
