using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Xunit;

namespace ArtsakhLedger.Tests.Readme;

/// <summary>Types the walk from nothing to a first question into a shell, command by command, the service that it starts included.</summary>
public sealed class OwnRecordWalkTests(PostgresServer server)
{
    [Fact]
    public async Task Whoever_makes_a_ledger_of_their_own_sees_what_the_guide_shows()
    {
        var port = RunningService.FreePort();
        await TypedWalk.ShouldPrintWhatIsShownAsync(
            TypedSections.OwnRecord,
            await server.CreateDatabaseAsync(),
            port,
            $$"""
            ledger_program() { command dotnet '{{LedgerProgram.File}}' "$@"; }
            dotnet() { shift 6; if [ "$1" = serve ]; then serve_aside; else ledger_program "$@"; fi; }
            # What the guide has in a second shell, which shows the same as if it listened at the usual place.
            serve_aside() {
              touch ../served
              ledger_program serve --urls http://127.0.0.1:{{port}} >../served 2>&1 &
              service=$!
              trap 'kill $service; wait $service || true' EXIT
              until grep -q Stop ../served; do kill -0 $service || { cat ../served >&2; return 1; }; sleep 0.1; done
              echo 'what a server of the ledger’s own says of itself'
              sed 's|http://127.0.0.1:{{port}}|http://localhost:5080|' ../served
            }

            """
        );
    }
}
