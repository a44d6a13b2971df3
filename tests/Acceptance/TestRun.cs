using ArtsakhLedger.Tests.Crash;
using ArtsakhLedger.Tests.Embedded;
using ArtsakhLedger.Tests.Log;
using ArtsakhLedger.Tests.Nodes;
using ArtsakhLedger.Tests.Pages;
using ArtsakhLedger.Tests.Running;
using ArtsakhLedger.Tests.Serving;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: TestCollectionOrderer(typeof(ArtsakhLedger.Tests.LongestTestsFirst))]

namespace ArtsakhLedger.Tests;

/// <summary>The order of this project's tests.</summary>
public sealed class LongestTestsFirst()
    : LongestFirst(
        LookingAtPages.Name,
        nameof(StartAndStopTests),
        nameof(DatabaseAwayTests),
        nameof(CrashTests),
        nameof(CommandsBesideAServiceTests),
        nameof(TwoNodesTests),
        nameof(GoCheckerTests),
        nameof(UncleanStopTests)
    );
